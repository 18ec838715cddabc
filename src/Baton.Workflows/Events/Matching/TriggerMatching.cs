using Baton.Workflows.Findings;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events.Matching;

/// <summary>
/// Whether something that happened starts a workflow: its event and activity, what GitHub leaves out of itself, then the
/// filters, all of which have to let it through. What a payload doesn't tell is not guessed.
/// </summary>
/// <remarks>
/// Three things are taken as they usually are, since no payload tells them: the workflow isn't disabled, its file stands
/// where GitHub looks for it (<see cref="Contexts.RunOrigins.TakesFileOfDefaultBranch"/>), and the last commit of a pull
/// request doesn't say <c>[skip ci]</c>.
/// </remarks>
public static class TriggerMatching
{
    /// <summary>Whether it starts a workflow, through whichever of its triggers.</summary>
    public static TriggerMatch Match(Workflow workflow, EventInstance instance)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(instance);
        var matches = workflow
            .Triggers.Where(trigger => trigger.Name.Text == instance.Name)
            .Select(trigger => Match(trigger, instance))
            .ToList();
        return matches.Find(match => match is TriggerMatch.Starts)
            ?? matches.Find(match => match is TriggerMatch.CantSay)
            ?? matches.FirstOrDefault()
            ?? new TriggerMatch.DoesNotStart($"it doesn't start on {OneLine.Of(instance.Name)}");
    }

    /// <summary>Whether it starts a workflow through one of its triggers.</summary>
    public static TriggerMatch Match(Trigger trigger, EventInstance instance)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(instance);
        var name = OneLine.Of(instance.Name);
        if (trigger.Name.Text != instance.Name)
            return new TriggerMatch.DoesNotStart($"the trigger is {OneLine.Of(trigger.Name.Text)}, not {name}");
        return TriggerMatch.Strongest([
                LeftOut.Of(instance),
                .. trigger switch
                {
                    Trigger.Event one => Event(one, instance),
                    Trigger.Schedule schedule => [ScheduleMatch.Of(schedule, instance)],
                    Trigger.Call =>
                    [
                        new TriggerMatch.DoesNotStart("a called workflow is started by a job of another one alone"),
                    ],
                    _ => [],
                },
            ]) ?? new TriggerMatch.Starts(What(instance) + LeftOut.Approval(instance));
    }

    private static string What(EventInstance instance) =>
        instance.Activity is { } activity
            ? $"{OneLine.Of(instance.Name)}, {OneLine.Of(activity)}"
            : OneLine.Of(instance.Name);

    private static IEnumerable<TriggerMatch?> Event(Trigger.Event trigger, EventInstance instance) =>
        KnownEvent.Find(instance.Name) is { } known
            ?
            [
                ActivityMatch.Of(trigger, known, instance),
                RefMatch.Of(new KnownFilters(trigger, known), instance),
                NameMatch.Of(new KnownFilters(trigger, known), instance),
                PathMatch.Of(new KnownFilters(trigger, known), instance),
            ]
            : [new TriggerMatch.DoesNotStart($"GitHub starts nothing on {OneLine.Of(instance.Name)}")];
}
