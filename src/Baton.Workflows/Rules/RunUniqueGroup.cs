using Baton.Workflows.Findings;
using Baton.Workflows.Meetings;

namespace Baton.Workflows.Rules;

/// <summary>A group that is another one for each run, whatever starts it: it excludes nobody.</summary>
internal static class RunUniqueGroup
{
    public static Rule Rule { get; } =
        new("run-unique-group", "a group is another one for each run: it excludes nobody", Find);

    private static IEnumerable<Suspicion> Find(WorkflowSet set) =>
        set.Each()
            .Where(one => one.Starts.Count > 0 && one.Starts.All(IsUnique))
            .Select(one => new Suspicion(
                one.Workflow.File,
                one.Starts[0].Group!.Place(),
                $"each run has a group of its own, {OneLine.Quoted(one.Starts[0].Group!.Name.All[0].Outcome.ToString()!)}: it never waits for another run, and cancels none",
                "leave out the run's number, or the whole group"
            ));

    private static bool IsUnique(Start start) =>
        start.Group is { } group && group.Name.All.Count == 1 && GroupMeeting.Of(start, start) is Meeting.Never;
}
