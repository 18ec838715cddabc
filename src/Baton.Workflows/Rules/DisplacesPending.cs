using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>
/// One group for the whole repository without cancelling, on events of many items: at most one run waits, so of three
/// that come at once the middle one is dropped without having run.
/// </summary>
internal static class DisplacesPending
{
    public static Rule Rule { get; } =
        new("displaces-pending", "of several items that come at once all but two are dropped without a run", Find)
        {
            Confidence = Confidence.Medium,
        };

    // A run that a schedule starts as well looks at all items, so one that is dropped is made up for.
    private static bool IsSweep(Start start, Start other) =>
        other.Occasion.Event == "schedule" && GroupMeeting.Of(start, other).OfOneThing;

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            var found = starts
                .Where(start => start.Occasion.IsPerItem() && !starts.Any(other => IsSweep(start, other)))
                .SelectMany(start => start.RepositoryWide().Select(group => (Start: start, Group: group)))
                .Where(one => one.Group.NeverCancels() && !one.Group.HasLongLine())
                .Where(one => EmptyGroup.EmptyPart(one.Start, one.Group) is null)
                .GroupBy(one => one.Group.Concurrency, ReferenceEqualityComparer.Instance);
            foreach (var ofGroup in found)
                yield return new Suspicion(
                    workflow.File,
                    ofGroup.First().Group.Place(),
                    $"on {Occasions.Named(ofGroup.Select(one => one.Start))} the group is {OneLine.Quoted(ofGroup.First().Group.OneName()!)} whatever it is about, and only one run waits: of three items that come at once one is dropped without a run",
                    "add queue: max below the group, or put the number of the item into its name"
                );
        }
    }
}
