using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>A workflow without any group that pushes on events that come close together: its own runs meet at the push.</summary>
internal static class UngroupedWriter
{
    public static Rule Rule { get; } =
        new("ungrouped-writer", "a workflow that pushes a branch has no group: its own runs push at once", Find)
        {
            Confidence = Confidence.Medium,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set) =>
        BranchWriter
            .In(set)
            .Where(one => one.Start.Occasion.Event is not ("schedule" or "workflow_dispatch"))
            .Where(one =>
                !one.Start.Groups().Any(group => group.Job is null || ReferenceEquals(group.Job.Job, one.Job))
            )
            .DistinctBy(one => one.Start.Workflow)
            .Select(one => new Suspicion(
                one.Start.Workflow.File,
                one.Node,
                $"this pushes to {OneLine.Of(one.Branch, 60)} on {one.Start.Occasion}, and runs of this workflow have no group: of two that come at once the slower one's push is refused",
                "give the job a group with queue: max, or push with `baton push`, which rebases and tries again"
            ));
}
