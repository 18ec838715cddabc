using System.Diagnostics;
using System.Globalization;
using Baton.Engine.Records;
using Baton.Engine.Resources;

namespace Baton.Runtime.Wording;

/// <summary>Each reason in one plain sentence, without a full stop, that begins in lower case.</summary>
public static class ReasonWords
{
    /// <summary>Tells a reason.</summary>
    public static string Of(Reason reason, Telling telling) =>
        reason switch
        {
            Reason.Free => "everything that it asked for was free",
            Reason.Held { Resource: { Kind: ResourceKind.Rate } rate, By: var by } =>
                $"the rate of group {Plain.Text(rate.Name)} is used up; {telling.Run(by)} is one of its starts",
            Reason.Held held => $"{Name(held.Resource)} is held by {telling.RunSince(held.By)}",
            Reason.Behind behind => $"{telling.Run(behind.Ahead)} is ahead in the line for {Name(behind.Resource)}",
            Reason.Paused paused => $"{Name(paused.Resource)} is paused",
            Reason.NotYet notYet => $"it is not due {telling.Until(notYet.Until)}",
            Reason.Gathered gathered =>
                $"it is gathered with other requests, and {telling.Run(gathered.Leader)} stands for them",
            Reason.Stopping stopping =>
                $"{telling.Run(stopping.Whom)}, which holds {Name(stopping.Resource)}, was told to stop and has not ended yet",
            Reason.DuplicateOf duplicate => Duplicate(duplicate, telling),
            Reason.AskedElsewhere asked => $"the same request was made before, as {telling.Run(asked.Run)}",
            Reason.NoLine { By: { } by } none =>
                $"{Name(none.Resource)} is held by {telling.RunSince(by)}, and nobody may wait for it",
            Reason.NoLine none => $"{Name(none.Resource)} is not free, and nobody may wait for it",
            Reason.LineFull full => $"the line for {Name(full.Resource)} is full ({Count(full.Places, "place")})",
            Reason.TooMany many =>
                $"{Count(many.Units, "unit")} of {Name(many.Resource)} can never be had: there are {Number(many.Capacity)}",
            Reason.Circle circle =>
                $"it and {telling.Run(circle.With)} would wait for each other in a circle, over {Name(circle.Resource)}",
            Reason.TooDeep deep => $"runs are nested at most {Number(deep.Depth)} deep",
            Reason.WaitedTooLong waited => $"it waited for its max-wait of {Spans.Of(waited.MaxWait)}",
            _ => Ending(reason, telling),
        };

    /// <summary>The same where there is little room, below the name of what the run waits for.</summary>
    public static string Brief(Reason reason, Telling telling) =>
        reason switch
        {
            Reason.Held { Resource.Kind: not ResourceKind.Rate } held => $"held by {telling.Title(held.By)}",
            Reason.Behind behind => $"behind {telling.Title(behind.Ahead)}",
            Reason.Paused => "paused",
            Reason.Stopping stopping => $"{telling.Title(stopping.Whom)} was told to stop",
            Reason.NotYet notYet => $"not due {telling.Until(notYet.Until)}",
            Reason.Gathered gathered => $"{telling.Title(gathered.Leader)} stands for it",
            _ => Of(reason, telling),
        };

    private static string Ending(Reason reason, Telling telling) =>
        reason switch
        {
            Reason.InsideStopped inside => $"{telling.Run(inside.Parent)}, inside which it was asked for, is stopping",
            Reason.NotMeant notMeant => $"it is not meant: {Plain.Text(notMeant.Why)}",
            Reason.SupersededBy by =>
                $"{telling.Run(by.By)} goes before it in {Name(by.Resource)}: it is newer, or of higher priority",
            Reason.PreemptedBy by =>
                $"{telling.Run(by.By)} took its place in {Name(by.Resource)}, having a higher priority",
            Reason.ParentOver over => $"{telling.Run(over.Parent)}, which it was inside of, is over",
            Reason.Said said => Said(said.By, said.Why),
            Reason.JobSaid job => $"session {Plain.Text(job.Session)}, {Plain.Text(job.Status)}",
            Reason.OwnerDead => "the process that kept its lease is dead",
            Reason.Unrenewed unrenewed => $"its lease was not renewed for {Spans.Of(unrenewed.For)}",
            Reason.WorkOver => "its work is over",
            Reason.EndReported reported =>
                $"its work was over {Spans.Of(reported.Ago)} before, as the service says that ran it",
            Reason.TokenSeen seen => $"its target had seen token {Number(seen.Token)} from another store",
            Reason.SettingsAre { Settings: { } settings } => $"the recorded settings are {SettingsWords.Of(settings)}",
            Reason.SettingsAre => "no settings are recorded any more",
            Reason.PriorityIs priority =>
                $"its priority is now {Number(priority.Priority)}: {Said(priority.By, priority.Why)}",
            _ => throw new UnreachableException($"no sentence for {reason.GetType().Name}"),
        };

    private static string Duplicate(Reason.DuplicateOf duplicate, Telling telling)
    {
        var until = duplicate.Until is { } end ? $", and {Name(duplicate.Key)} stays taken {telling.Until(end)}" : "";
        return duplicate.After is { } after
            ? $"{telling.Run(duplicate.Run)} had {Name(duplicate.Key)} and {ConclusionWords.Of(after)}{until}"
            : $"{Name(duplicate.Key)} is held by {telling.RunSince(duplicate.Run)}{until}";
    }

    private static string Said(string by, string why) =>
        (by.Length, why.Length) switch
        {
            (0, 0) => "somebody said so",
            (0, _) => Plain.Text(why),
            (_, 0) => $"{Plain.Text(by)} said so",
            _ => $"{Plain.Text(by)} said: {Plain.Text(why)}",
        };

    private static string Name(ResourceName resource) => Telling.Resource(resource);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(long count, string unit) => $"{Number(count)} {unit}{(count == 1 ? "" : "s")}";
}
