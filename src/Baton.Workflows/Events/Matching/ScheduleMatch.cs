using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Events.Matching;

/// <summary>Whether a schedule is the one that was due: <c>github.event.schedule</c> is its text.</summary>
internal static class ScheduleMatch
{
    public static TriggerMatch? Of(Trigger.Schedule trigger, EventInstance instance)
    {
        if (instance.Fields.Text("schedule") is not { } due)
            return new TriggerMatch.CantSay("the payload has no schedule");
        return trigger.Times.Any(time => time.Cron?.AsText() == due)
            ? null
            : new TriggerMatch.DoesNotStart($"it has no schedule {OneLine.Quoted(due)}");
    }
}
