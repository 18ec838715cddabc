using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Steps;

namespace Baton.Workflows.Rules;

/// <summary>
/// A step with a condition that says something and ends with <c>exit 0</c>, as if that ended the job: it ends the step,
/// and the steps below it run.
/// </summary>
internal static class ExitIsNoStop
{
    private static readonly string[] Talk = ["echo", "printf", "exit 0", "#", "Write-Host", "Write-Output"];

    public static Rule Rule { get; } =
        new("exit-is-no-stop", "exit 0 ends a step, not the job: the steps below it run", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var workflow in set.Workflows)
        {
            foreach (var job in workflow.Jobs.OfType<Job.Normal>())
            {
                for (var i = 0; i < job.Steps.Count - 1; i++)
                {
                    if (
                        job.Steps[i] is Step.Run { If: { AsksStatus: false } } step
                        && IsTalk(step)
                        && job.Steps[i + 1].If is null
                    )
                        yield return new Suspicion(
                            workflow.File,
                            step.Command.Node,
                            "exit 0 ends this step alone: the next step has no condition, and runs",
                            "give the steps below the opposite condition, or put them into a job of their own with an if"
                        );
                }
            }
        }
    }

    // Nothing but talk, and exit 0 at its end.
    private static bool IsTalk(Step.Run step)
    {
        var lines = (Writes.ScriptOf(step) ?? "")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0)
            .ToList();
        return lines is [.., "exit 0"]
            && lines.TrueForAll(line => Array.Exists(Talk, word => line.StartsWith(word, StringComparison.Ordinal)));
    }
}
