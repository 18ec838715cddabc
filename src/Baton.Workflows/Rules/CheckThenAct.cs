using System.Text.RegularExpressions;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Jobs;

namespace Baton.Workflows.Rules;

/// <summary>
/// A script that looks whether a comment, a pull request, an issue or a label is there and makes it if not, in a workflow
/// without a group: two runs look at once, and both make it.
/// </summary>
internal static partial class CheckThenAct
{
    public static Rule Rule { get; } =
        new(
            "check-then-act",
            "a script looks whether something is there and makes it, and nothing keeps two runs apart",
            Find
        )
        {
            Confidence = Confidence.Medium,
        };

    private static (string What, Regex Look, Regex Make)[] Table { get; } =
    [
        ("a comment", LooksForComments(), MakesComments()),
        ("a pull request", LooksForPulls(), MakesPulls()),
        ("an issue", LooksForIssues(), MakesIssues()),
        ("the assignees", LooksForAssignees(), MakesAssignees()),
    ];

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            foreach (
                var job in workflow.Jobs.Where(job => job is Job.Normal && starts.Any(start => IsFree(start, job)))
            )
            {
                foreach (var step in Writes.StepsOf(job))
                {
                    if (Writes.ScriptOf(step) is not { } script || What(script) is not { } what)
                        continue;
                    var start = starts.First(start => IsFree(start, job));
                    yield return new Suspicion(
                        workflow.File,
                        step.Node,
                        $"this looks whether {what} is there and makes it if not, on {start.Occasion}, and no group keeps two runs apart: both find nothing, both make it",
                        "give the job a group with the number of the item in its name"
                    );
                }
            }
        }
    }

    private static string? What(string script) =>
        Array.Find(Table, row => row.Look.IsMatch(script) && row.Make.IsMatch(script)).What;

    // Events that come close together, with neither a group of the run nor of the job.
    private static bool IsFree(Start start, Job job) =>
        start.Occasion.Event is not ("schedule" or "workflow_dispatch" or "release")
        && !start.HasPaths()
        && start.Group is null
        && start.Forecast.Jobs.FirstOrDefault(one => ReferenceEquals(one.Job, job)) is { } forecast
        && forecast.CanRun()
        && job.Concurrency is null;

    [GeneratedRegex(@"\bissues\.listComments\b[\s\S]*\.(find|some)\(", RegexOptions.None, 200)]
    private static partial Regex LooksForComments();

    [GeneratedRegex(@"\bissues\.createComment\(", RegexOptions.None, 200)]
    private static partial Regex MakesComments();

    [GeneratedRegex(@"\bgh\s+pr\s+(list|view)\b|\bpulls\.list\b", RegexOptions.None, 200)]
    private static partial Regex LooksForPulls();

    [GeneratedRegex(@"\bgh\s+pr\s+create\b|\bpulls\.create\(", RegexOptions.None, 200)]
    private static partial Regex MakesPulls();

    [GeneratedRegex(@"\bgh\s+issue\s+list\b|\bissues\.listForRepo\b", RegexOptions.None, 200)]
    private static partial Regex LooksForIssues();

    [GeneratedRegex(@"\bgh\s+issue\s+create\b|\bissues\.create\(", RegexOptions.None, 200)]
    private static partial Regex MakesIssues();

    [GeneratedRegex(@"\.assignees\b[\s\S]{0,80}(length|=== *0|includes|some)", RegexOptions.None, 200)]
    private static partial Regex LooksForAssignees();

    [GeneratedRegex(@"\bissues\.addAssignees\(|--add-assignee\b", RegexOptions.None, 200)]
    private static partial Regex MakesAssignees();
}
