using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>
/// Two workflows that share a group though nothing says that they should: names that differ in capital letters alone, or
/// names such as <c>${{ github.ref }}</c> without a word that says whose they are.
/// </summary>
internal static class SharedByAccident
{
    public static Rule Rule { get; } =
        new("shared-by-accident", "two workflows share a group, and nothing says that they should", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        var all = set.Each().ToList();
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (First(all[i].Starts, all[j].Starts) is var (one, other, accident))
                    yield return Of(one, other, accident);
            }
        }
    }

    private static (Start One, Start Other, Meeting.ByAccident How)? First(
        IReadOnlyList<Start> left,
        IReadOnlyList<Start> right
    )
    {
        foreach (var one in left.Where(start => start.Group is not null && start.CanDo()))
        {
            foreach (var other in right.Where(start => start.Group is not null && start.CanDo()))
            {
                if (GroupMeeting.Of(one, other) is Meeting.ByAccident how)
                    return (one, other, how);
            }
        }

        return null;
    }

    private static Suspicion Of(Start one, Start other, Meeting.ByAccident how)
    {
        var what = one.Group!.AlwaysCancels() || other.Group!.AlwaysCancels() ? "cancel" : "wait for or displace";
        return new Suspicion(
            other.Workflow.File,
            other.Group!.Place(),
            $"on {other.Occasion} this is the group {OneLine.Quoted(other.Group!.Name.All[0].Outcome.ToString()!)}, which {OneLine.Of(one.Workflow.File)} takes on {one.Occasion}: runs of one {what} those of the other; {how.Why}",
            "put a word of its own into each name, or the same word where it is meant"
        );
    }
}
