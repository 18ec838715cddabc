using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events.Matching;

/// <summary>
/// Whether a trigger takes an activity: those of <c>types</c>, else the event's default ones:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onevent_nametypes
/// </summary>
internal static class ActivityMatch
{
    public static TriggerMatch? Of(Trigger.Event trigger, KnownEvent known, EventInstance instance)
    {
        if (known is { Types.Count: 0, HasFreeTypes: false })
            return null;
        if (instance.Activity is not { } activity)
            return new TriggerMatch.CantSay("the payload has no action");
        if (known.HasFreeTypes)
            return Free(trigger, activity);
        if (!known.Types.Contains(activity))
            return No($"GitHub starts nothing on {known.Name}, {OneLine.Of(activity)}");
        if (trigger.Types.Count == 0)
            return known.DefaultTypes.Contains(activity)
                ? null
                : No($"without types it takes {string.Join(", ", known.DefaultTypes)}, not {activity}");
        return trigger.Types.Any(type => type.AsText() == activity) ? null : No($"types has no {activity}");
    }

    private static TriggerMatch? Free(Trigger.Event trigger, string activity)
    {
        if (trigger.Types.Count == 0 || trigger.Types.Any(type => type.AsText() == activity))
            return null;
        // GitHub doesn't say whether these are patterns.
        return trigger.Types.FirstOrDefault(type => MayBePattern(type.AsText())) is { } pattern
            ? new TriggerMatch.CantSay(
                $"GitHub doesn't say whether {OneLine.Quoted(pattern.AsText())} of types is a pattern"
            )
            : No($"types has no {OneLine.Of(activity)}");
    }

    /// <summary>Whether a type that a file makes up would be a pattern, if such types are.</summary>
    public static bool MayBePattern(string type) => type.AsSpan().IndexOfAny("*?+[!") >= 0;

    private static TriggerMatch.DoesNotStart No(string why) => new(why);
}
