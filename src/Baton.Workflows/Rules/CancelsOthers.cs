using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>One group for the whole repository that cancels, on events of many issues, pull requests or branches.</summary>
internal static class CancelsOthers
{
    public static Rule Rule { get; } =
        new("cancels-others", "a run about one item or branch cancels the run about another one", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            var found = starts
                .SelectMany(start => start.RepositoryWide().Select(group => (Start: start, Group: group)))
                .Where(one => one.Group.AlwaysCancels() && EmptyGroup.EmptyPart(one.Start, one.Group) is null)
                .GroupBy(one => one.Group.Concurrency, ReferenceEqualityComparer.Instance);
            foreach (var ofGroup in found)
                yield return new Suspicion(
                    workflow.File,
                    ofGroup.First().Group.Place(),
                    $"on {Occasions.Named(ofGroup.Select(one => one.Start))} the group is {OneLine.Quoted(ofGroup.First().Group.OneName()!)} whatever it is about: a run about one item cancels the run about another one",
                    "put the number of the item, or the branch, into the name"
                );
        }
    }
}
