using System.Diagnostics;
using Baton.Engine.Records;
using Baton.Engine.Resources;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>Reasons and refusals in the few words of a trace.</summary>
internal static class Reasons
{
    public static string Show(Reason reason) =>
        reason switch
        {
            Reason.Free => "free",
            Reason.Held held => $"{held.Resource} is held by {held.By}",
            Reason.Behind behind => $"behind {behind.Ahead} for {behind.Resource}",
            Reason.Paused paused => $"{paused.Resource} is paused",
            Reason.NotYet not => $"not before {Spans.Show(not.Until)}",
            Reason.Gathered gathered => $"gathered behind {gathered.Leader}",
            Reason.Stopping stopping => $"{stopping.Whom} is stopping for {stopping.Resource}",
            Reason.DuplicateOf of => $"{of.Key} is {of.Run}'s"
                + (of.After is { } after ? $", which ended, {after.ToString().ToLowerInvariant()}" : "")
                + (of.Until is { } until ? $", until {Spans.Show(until)}" : ""),
            Reason.AskedElsewhere asked => $"the same request is {asked.Run}'s",
            Reason.NoLine no => $"{no.Resource} has no line, and {no.By?.ToString() ?? "nobody"} is there",
            Reason.LineFull full => $"the line of {full.Resource} is full, {full.Places}",
            Reason.TooMany many => $"{many.Resource} has {many.Capacity}, not {many.Units}",
            Reason.Circle circle => $"a circle with {circle.With} over {circle.Resource}",
            Reason.InsideStopped inside => $"inside {inside.Parent}, which is stopping",
            Reason.TooDeep deep => $"nested {deep.Depth} deep",
            Reason.NotMeant not => $"not meant, {not.Why}",
            Reason.SupersededBy by => $"superseded by {by.By} for {by.Resource}",
            Reason.PreemptedBy by => $"preempted by {by.By} for {by.Resource}",
            Reason.ParentOver over => $"its parent {over.Parent} is over",
            Reason.Said said => $"{said.By} says {said.Why}",
            Reason.JobSaid job => $"session {job.Session} says {job.Status}",
            Reason.WaitedTooLong waited => $"waited {Spans.Show(waited.MaxWait)}",
            Reason.OwnerDead => "its owner is dead",
            Reason.Unrenewed unrenewed => $"unrenewed for {Spans.Show(unrenewed.For)}",
            Reason.WorkOver => "its work is over",
            Reason.EndReported reported => $"its work was over {reported.Ago} before, the service says",
            Reason.TokenSeen seen => $"token {seen.Token} was seen",
            Reason.SettingsAre { Settings: null } => "nothing recorded",
            Reason.SettingsAre { Settings: { } settings } => Show(settings),
            Reason.PriorityIs priority => $"priority {priority.Priority}",
            _ => throw new UnreachableException(reason.ToString()),
        };

    public static string Show(Refusal refusal) =>
        refusal switch
        {
            Refusal.UnknownRun unknown => $"there is no run {unknown.Run}",
            Refusal.UnknownResource unknown => $"there is no {unknown.Resource}",
            Refusal.NotHolder not => $"{not.Run} has token {not.Token}",
            Refusal.Renewed renewed => $"{renewed.Run} is at counter {renewed.Counter}",
            Refusal.EvidenceTooWeak => "the evidence is too weak",
            Refusal.OtherContent other => $"{other.Request} asked for something else with {other.Run}",
            Refusal.RunTaken taken => $"{taken.Run} is another request's",
            Refusal.WrongState => "not as it stands",
            Refusal.NotHere { Elsewhere: var elsewhere } => $"the scope is at {elsewhere.Place}",
            Refusal.Malformed malformed => malformed.Fault,
            _ => throw new UnreachableException(refusal.ToString()),
        };

    public static string Show(ResourceSettings settings)
    {
        var words = new List<string> { $"capacity {settings.Capacity}" };
        if (settings.Line is { } line)
            words.Add($"max-pending {line} {(settings.Overflow == Overflow.Reject ? "reject" : "drop-older")}");
        if (settings.Stops != Stops.None)
            words.Add(settings.Stops == Stops.Older ? "stops older" : "stops lower");
        if (settings.Order == LineOrder.Fifo)
            words.Add("fifo");
        if (settings.Preempted == Preempted.Requeue)
            words.Add("requeue");
        if (settings.Debounce > TimeSpan.Zero)
            words.Add($"debounce {Spans.Show(settings.Debounce)}");
        return string.Join(", ", words);
    }
}
