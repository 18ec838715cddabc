using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>Several workflows push to one branch, and no group keeps them apart: the slower one's push is refused.</summary>
internal static class UnsharedBranch
{
    public static Rule Rule { get; } =
        new("unshared-branch", "several workflows push to one branch without one shared group", Find)
        {
            Confidence = Confidence.Medium,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        var writers = BranchWriter.In(set).DistinctBy(one => (one.Start.Workflow, one.Branch)).ToList();
        for (var i = 1; i < writers.Count; i++)
        {
            var others = writers
                .Take(i)
                .Where(one => AreApart(one, writers[i]))
                .Select(one => OneLine.Of(one.Start.Workflow.File))
                .ToList();
            if (others.Count > 0)
                yield return new Suspicion(
                    writers[i].Start.Workflow.File,
                    writers[i].Node,
                    $"this pushes to {OneLine.Of(writers[i].Branch, 60)}, as {string.Join(" and ", others)} does, and no group keeps the two apart: whoever is second is refused, and its work is lost",
                    "give the jobs that push one group, named after the branch, with queue: max; or push with `baton push`"
                );
        }
    }

    private static bool AreApart(BranchWriter one, BranchWriter other) =>
        one.Branch == other.Branch
        && !ReferenceEquals(one.Start.Workflow, other.Start.Workflow)
        && Groups(one)
            .All(a => Groups(other).All(b => GroupMeeting.Of((one.Start, a), (other.Start, b)) is Meeting.Never));

    private static IEnumerable<GroupForecast> Groups(BranchWriter writer) =>
        writer
            .Start.Groups()
            .Where(one => one.Job is null || ReferenceEquals(one.Job.Job, writer.Job))
            .Select(one => one.Group);
}
