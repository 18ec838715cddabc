using System.Globalization;
using System.Security.Cryptography;
using Baton.Proof.Fuzzing;
using Baton.Tests.Support;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Calls;

namespace Baton.Tests.Workflows.Forecasts;

/// <summary>The groups of real repositories, each for everything that starts its workflow.</summary>
public sealed class CorpusForecastTests
{
    // The files that the figures are of: the corpus is no part of the project.
    private const string Manifest = "83D77E11E4C9E99F74F84B44F6BAD49C4A68D8989D913AD35494BCF930B0F251";

    // Expressions, expressions with occasions; of these exact, bounded.
    private static readonly (int, int, int, int) Known = (77, 275, 224, 19);

    [Fact]
    public void The_groups_of_real_workflows_are_foretold_and_come_about()
    {
        var folder = ConformanceData.Folder(Path.Combine("..", "corpus"));
        var random = new Random(1);
        var seen = new Dictionary<(string Group, string Occasion), string>();
        var workflows = Workflows(folder);
        foreach (var workflow in workflows)
        {
            var linking = WorkflowLinker.Link(workflow, uses => Called(workflow, uses, workflows), CallRules.Standard);
            foreach (var occasion in Occasion.Of(workflow))
            {
                var forecast = Forecaster.Of(workflow, occasion, linking.Calls, Properties.None);
                foreach (var group in Own(forecast))
                    Check(group, (workflow, occasion), random);
                Note(Own(forecast), $"{occasion}");
                Note(Through(forecast), $"{occasion} through a call");
            }
        }

        Print(seen);
        seen.Count.ShouldBeGreaterThan(0);
        if (Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "MANIFEST.tsv")))) != Manifest)
        {
            Console.WriteLine(
                "  these are other files than those of docs/forecasts.md, so their figures aren't compared"
            );
            return;
        }

        Figures(seen).ShouldBe(Known, "docs/forecasts.md has these figures");

        void Note(IEnumerable<GroupForecast> groups, string occasion)
        {
            foreach (var group in groups)
            {
                if (group.Concurrency.Group is Setting<string>.Computed { Scalar.Text: var text })
                    seen.TryAdd((text, occasion), Kind(group.Name));
            }
        }
    }

    private static IReadOnlyList<Workflow> Workflows(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
                .Where(path => path.Contains("/.github/workflows/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => WorkflowReader.Read(File.ReadAllBytes(path), Path.GetRelativePath(folder, path)))
                .Where(reading => !reading.HasErrors)
                .Select(reading => reading.Content!),
        ];

    // A call of a file in the same repository, whose folder the corpus names after it.
    private static Workflow? Called(Workflow caller, string uses, IReadOnlyList<Workflow> workflows) =>
        CalledFile.Of(uses) is CalledFile.Local { Path: var path }
            ? workflows.FirstOrDefault(one => one.File == $"{caller.File.Split('/')[0]}/{path}")
            : null;

    private static IEnumerable<GroupForecast> Own(WorkflowForecast forecast) =>
        forecast
            .Jobs.SelectMany(job => job.Forms.Select(form => form.Group))
            .Prepend(forecast.Group)
            .OfType<GroupForecast>();

    private static IEnumerable<GroupForecast> Through(WorkflowForecast forecast) =>
        forecast
            .Jobs.SelectMany(job => job.Forms)
            .Select(form => form.Called)
            .OfType<WorkflowForecast>()
            .SelectMany(called => Own(called).Concat(Through(called)));

    private static string Kind(Possibilities<SymbolicText> name) =>
        name switch
        {
            Possibilities<SymbolicText>.Exact => "exact",
            Possibilities<SymbolicText>.Bounded => "bounded",
            _ => name.ToString()!,
        };

    private static (int, int, int, int) Figures(Dictionary<(string Group, string Occasion), string> seen) =>
        (
            seen.Keys.Select(key => key.Group).Distinct().Count(),
            seen.Count,
            seen.Values.Count(kind => kind == "exact"),
            seen.Values.Count(kind => kind == "bounded")
        );

    private static void Print(Dictionary<(string Group, string Occasion), string> seen)
    {
        var kinds = seen.Values.GroupBy(kind => kind).ToDictionary(kind => kind.Key, kind => kind.Count());
        var known = kinds.GetValueOrDefault("exact") + kinds.GetValueOrDefault("bounded");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"groups of the corpus: {seen.Keys.Select(key => key.Group).Distinct().Count()} expressions, {seen.Count} with the events that start them: {kinds.GetValueOrDefault("exact")} exact, {kinds.GetValueOrDefault("bounded")} bounded, {seen.Count - known} can't say"
            )
        );
        foreach (
            var (kind, count) in kinds
                .Where(kind => kind.Key.StartsWith("can't", StringComparison.Ordinal))
                .OrderByDescending(kind => kind.Value)
        )
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count} {kind}"));
    }

    // The evaluator comes to what is foretold, on a random payload.
    private static void Check(GroupForecast group, (Workflow Workflow, Occasion Occasion) place, Random random)
    {
        if (
            group
                is not {
                    Concurrency.Group: Setting<string>.Computed { Text: var text },
                    Name: not Possibilities<SymbolicText>.CantSay
                }
            || text.Parts.OfType<EmbeddedPart.Embedded>()
                .Any(part => part.Expression.Text.Contains("matrix", StringComparison.Ordinal))
        )
            return;
        var name = place.Workflow.Name?.AsText() ?? "?";
        if (
            name == "?"
            && text.Parts.OfType<EmbeddedPart.Embedded>()
                .Any(part => part.Expression.Text.Contains("github.workflow", StringComparison.Ordinal))
        )
            return;
        var run = new RandomPayload(random).Run(place.Occasion, name, Properties.None);
        var holding = group.Name.All.Where(one => one.Guard.Holds(run)).ToList();
        var at = $"{place.Workflow.File} on {place.Occasion}: {group.Name}";
        holding.Count.ShouldBe(1, at);
        if (holding[0].Outcome is Outcome<SymbolicText>.Gives gives)
            gives
                .Value.In(run)
                .ShouldBe(Coercion.ToText(text.Evaluate(run).ShouldBeOfType<Evaluation.Evaluated>().Value), at);
    }
}
