using Baton.Workflows.Findings;
using Baton.Workflows.Forecasts;
using Baton.Workflows.Meetings;
using Baton.Workflows.Resources;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Rules;

/// <summary>
/// A group that is one name for each item on some events and another name on a schedule or a dispatch, though the same
/// job works on the same items then: the two never exclude each other.
/// </summary>
internal static class GroupsApart
{
    public static Rule Rule { get; } =
        new("groups-apart", "a schedule or dispatch has another group than the items that it works on", Find)
        {
            Confidence = Confidence.Medium,
        };

    private static IEnumerable<Suspicion> Find(WorkflowSet set)
    {
        foreach (var (workflow, starts) in set.Each())
        {
            var items = starts.Where(start =>
                start.Occasion.IsPerItem() && start.Group is { } group && IsPerNumber(group)
            );
            var item = items.FirstOrDefault();
            var batches = starts
                .Where(start => start.Occasion.Event is "schedule" or "workflow_dispatch" or "repository_dispatch")
                .Where(start =>
                    item is not null && GroupMeeting.Of(item, start) is Meeting.Never && ShareWork(item, start)
                )
                .ToList();
            if (item is not null && batches.Count > 0)
                yield return new Suspicion(workflow.File, item.Group!.Place(), Message(item, batches), Hint(batches));
        }
    }

    private static bool IsPerNumber(GroupForecast group) =>
        group.Name.All.Count > 0
        && group.Name.All.All(one =>
            one.Outcome is Expressions.Partial.Outcome<Expressions.Partial.SymbolicText>.Gives { Value: var name }
            && NamePart.Of(name).Exists(part => part.Kind == ThingKind.Number)
        );

    private static bool ShareWork(Start one, Start other) =>
        one
            .Forecast.Jobs.Zip(other.Forecast.Jobs)
            .Any(pair =>
                pair.First.CanRun()
                && pair.Second.CanRun()
                && Writes
                    .Of(pair.First.Job)
                    .Any(write =>
                        write.Kind
                            is ResourceKind.Labels
                                or ResourceKind.Assignees
                                or ResourceKind.Comments
                                or ResourceKind.PullRequest
                    )
            );

    private static string Message(Start item, List<Start> batches) =>
        $"on {item.Occasion} the group is {Name(item)}, on "
        + string.Join(" and ", batches.Select(batch => $"{batch.Occasion.Event} it is {Name(batch)}"))
        + ": they never exclude each other, though the same job writes to the same items";

    private static string Name(Start start) => OneLine.Quoted(start.Group!.Name.All[0].Outcome.ToString()!);

    private static string Hint(List<Start> batches) =>
        batches
            .Select(batch => batch.Occasion.Trigger)
            .OfType<Trigger.Dispatch>()
            .SelectMany(dispatch => dispatch.Inputs)
            .FirstOrDefault(input =>
                input.Name.Text.Contains("issue", StringComparison.OrdinalIgnoreCase)
                || input.Name.Text.Contains("number", StringComparison.OrdinalIgnoreCase)
                || input.Name.Text.Contains("pr", StringComparison.OrdinalIgnoreCase)
            )
            is { } input
            ? $"take one group without the number, with queue: max, for all of them; or let the schedule dispatch one run for each item, and name inputs.{OneLine.Of(input.Name.Text, 40)} in the group"
            : "take one group without the number, with queue: max, for all of them; or let the schedule dispatch one run for each item";
}
