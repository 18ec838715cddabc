using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Rules;

/// <summary>One deed of a person that starts a workflow more than once, for the same work.</summary>
internal static class DuplicateStart
{
    private static readonly string[] Deeds =
    [
        "open-issue",
        "open-pull-request",
        "push-to-pull-request",
        "publish-release",
        "push-tag",
    ];

    public static Rule Rule { get; } = new("duplicate-start", "one deed starts the same jobs more than once", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var deed in Deeds.Select(name => DeedCatalogue.Find(name)!))
        {
            foreach (
                var runs in FanOut.Of(set, deed).GroupBy(run => run.Start.Workflow, ReferenceEqualityComparer.Instance)
            )
            {
                var workflow = (Workflow)runs.Key!;
                var starts = runs.Select(run => run.Start).Distinct().ToList();
                var left = runs.Count(run =>
                    run.Fate is Fate.Runs or Fate.Waits
                    && run.Emission.OnlyIf
                        is null
                            or "it has no merge conflict"
                            or "the branch is in this repository, not in a fork"
                );
                if (
                    starts.Count < 2
                    || left < 2
                    || starts.Exists(start => start.HasPaths())
                    || !DoTheSame(starts)
                    || IsAboutLabels(runs, workflow)
                )
                    continue;
                var named = runs.Select(run => Named(run)).Distinct();
                yield return new Suspicion(
                    workflow.File,
                    starts[1].Occasion.Trigger.Name,
                    $"who {Deed(deed)} starts this workflow more than once: {string.Join(" and ", named)}, and all run the same jobs",
                    Hint(deed.Name)
                );
            }
        }
    }

    private static string Deed(Deed deed) =>
        deed.Name switch
        {
            "open-issue" => "opens an issue with labels or people",
            "open-pull-request" => "opens a pull request with labels or people",
            _ => deed.What,
        };

    private static string Named(FannedRun run) =>
        run.Emission.Times == HowOften.PerLabel
            ? $"{run.Start.Occasion} for each label"
            : run.Start.Occasion.ToString();

    private static string Hint(string deed) =>
        deed switch
        {
            "push-to-pull-request" => "start on pushes of the main branch alone: push: {branches: [main]}",
            "publish-release" => "name one type: published",
            "push-tag" => "take push with tags alone, and leave out create",
            _ => "take labeled away, or ask in the job's condition for the one label that counts",
        };

    // What a called workflow does whose file isn't here, nobody knows.
    private static bool IsUnseen(JobForecast job) => job.Job is Job.Call && job.Forms.All(form => form.Called is null);

    // Who asks for labels wants to hear of each; check-spelling passes over the second run by itself.
    private static bool IsAboutLabels(IEnumerable<FannedRun> runs, Workflow workflow) =>
        workflow
            .Jobs.Select(job => job.Node)
            .SelectMany(Texts)
            .Any(text =>
                text.Contains("check-spelling", StringComparison.OrdinalIgnoreCase)
                || (
                    text.Contains("label", StringComparison.OrdinalIgnoreCase)
                    && runs.Any(run => run.Emission.Times != HowOften.Once)
                )
            );

    private static IEnumerable<string> Texts(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => [scalar.Text],
            YamlSequence list => list.Items.SelectMany(Texts),
            YamlMapping mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value)),
            _ => [],
        };

    // Every job that one start runs for certain, the others run for certain, too; and there is one.
    private static bool DoTheSame(List<Start> starts)
    {
        var sets = starts
            .Select(start =>
                start
                    .Forecast.Jobs.Where(job => job.RunsAlways() && !IsUnseen(job))
                    .Select(job => job.Job.Id.Text)
                    .ToHashSet(StringComparer.Ordinal)
            )
            .ToList();
        return sets[0].Count > 0 && sets.TrueForAll(set => set.SetEquals(sets[0]));
    }
}
