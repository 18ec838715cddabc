using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Reading;

namespace Baton.Workflows.Syntax.Checks;

/// <summary>What GitHub refuses about groups, and the group that a workflow and its job both take.</summary>
internal sealed class ConcurrencyCheck(SourceFile file)
{
    /// <summary>
    /// The longest name:
    /// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs
    /// </summary>
    public const int LongestGroup = 400;

    /// <summary>What is said of a longer one.</summary>
    public const string TooLong = "the name of a group has at most 400 characters";

    /// <summary>What is said of none.</summary>
    public const string Empty = "the name of a group can't be empty";

    private const string Remedy =
        "give one of them another group, or remove the job's: the workflow's is for all its jobs";

    private bool saidOfWorkflow;

    public void Check(Concurrency? concurrency)
    {
        if (concurrency is null)
            return;
        if (concurrency.Group is Setting<string>.Written { Value.Length: > LongestGroup } group)
            file.Add(group.Node, TooLong);
        if (concurrency.Group is Setting<string>.Written { Value.Length: 0 } empty)
            file.Add(empty.Node, Empty, "name it, as in ${{ github.ref }}");
        if (
            concurrency.Queue is Setting<string>.Written { Value: "max" } queue
            && concurrency.CancelInProgress is Setting<bool>.Written { Value: true }
        )
            file.Add(
                queue.Node,
                "queue: max can't stand beside cancel-in-progress: true",
                "remove one: runs either wait for each other, or the newest cancels the others"
            );
    }

    /// <summary>Finds the group that the workflow holds while its job waits for it.</summary>
    public void CheckDeadlock(Concurrency? workflow, Job job)
    {
        if (workflow?.Group is not { } outer || job.Concurrency?.Group is not { } inner || !SameGroup.Are(outer, inner))
            return;
        var group = OneLine.Quoted(SameGroup.TextOf(outer), 60);
        var name = OneLine.Quoted(job.Id.Text, 60);
        if (!saidOfWorkflow)
            file.Warn(
                outer.Node,
                $"the workflow holds the group {group} while its job {name} waits for it: a deadlock, and GitHub cancels it",
                Remedy
            );
        saidOfWorkflow = true;
        file.Warn(
            inner.Node,
            $"the job {name} waits for the group {group} that its own workflow holds: a deadlock, and GitHub cancels it",
            Remedy
        );
    }
}
