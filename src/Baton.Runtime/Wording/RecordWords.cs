using System.Diagnostics;
using Baton.Engine.Records;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Wording;

/// <summary>Each audit entry in one plain sentence, without a full stop.</summary>
public static class RecordWords
{
    /// <summary>Tells what an entry tells of.</summary>
    public static string Of(AuditFact fact, Telling telling) =>
        fact switch
        {
            AuditFact.Happened happened => Of(happened.Record, telling),
            AuditFact.Pruned { Anchor: var anchor } =>
                $"Entries up to {anchor.Head.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)} were pruned: {Plain.Text(anchor.Policy)}",
            _ => throw new UnreachableException($"no sentence for {fact.GetType().Name}"),
        };

    /// <summary>Tells a record.</summary>
    public static string Of(Record record, Telling telling)
    {
        if (record.Observation is { } seen)
            return Observed(record, seen, telling);
        var what = Telling.Capital(What(record, telling));
        return record.Reason is { } reason ? $"{what}: {ReasonWords.Of(reason, telling)}" : what;
    }

    private static string Observed(Record record, Observation seen, Telling telling)
    {
        var ran =
            $"{telling.Run(seen.Ask.Run)} was observed: its command ran for {Spans.Of(seen.Took)} and {ConclusionWords.Of(seen.Conclusion)}";
        return Telling.Capital(
            record.Reason is { } reason
                ? $"{ran}; enforced, it would have run otherwise: {ReasonWords.Of(reason, telling)}"
                : $"{ran}, as it would have if enforced"
        );
    }

    private static string What(Record record, Telling telling)
    {
        var run = record.Run is { } id ? telling.Run(id) : "a run";
        var resource = record.Resource is { } name ? Telling.Resource(name) : "a resource";
        return record.Kind switch
        {
            RecordKind.Waiting => $"{run} waits",
            RecordKind.Granted => $"{run} was granted",
            RecordKind.Stopping => $"{run} was told to stop",
            RecordKind.Acknowledged => $"{run} knows that it must stop",
            RecordKind.Concluding => $"{run} is over but for the runs inside it",
            RecordKind.Requeued => $"{run} waits again, with its first time of asking",
            RecordKind.Ended => $"{run} {(record.Conclusion is { } end ? ConclusionWords.Of(end) : "ended")}",
            RecordKind.Attested => $"nothing is left of the processes of {run}",
            RecordKind.Paused => $"{resource} was paused",
            RecordKind.Resumed => $"{resource} was resumed",
            RecordKind.Reprioritised => $"{run} was given another priority",
            RecordKind.Configured => $"{resource} was given settings",
            RecordKind.TokenRaised => $"{run} was given a larger token",
            RecordKind.Observed => $"{run} was observed",
            RecordKind.Reported => record.Run is null ? "a job that has no run reported" : $"the job of {run} reported",
            RecordKind.Left => "the scope moves away, and nothing is granted here any more",
            RecordKind.Awaited => "the scope is to come here, and nothing is granted before it has",
            RecordKind.Arrived => "the scope has come here, and goes on",
            RecordKind.Unprotected => "a run proceeded unprotected",
            _ => throw new UnreachableException($"no sentence for {record.Kind}"),
        };
    }
}
