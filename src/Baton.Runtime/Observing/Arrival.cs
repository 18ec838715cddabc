using Baton.Engine;
using Baton.Engine.Records;

namespace Baton.Runtime.Observing;

/// <summary>An observed run as it really was: it arrived, and ran at once.</summary>
/// <param name="Seen">What was asked, how long it ran, how it ended.</param>
/// <param name="At">When it arrived, in the time of the observed scope.</param>
public sealed record Arrival(Observation Seen, Instant At)
{
    /// <summary>The run.</summary>
    public RunId Run => Seen.Ask.Run;

    /// <summary>When it was over.</summary>
    public Instant End => At + Seen.Took;

    /// <summary>The arrival that a record of its end tells of; nothing of a record that tells of something else.</summary>
    public static Arrival? Of(Record record) =>
        record.Observation is { } seen ? new Arrival(seen, new Instant(record.At.Ticks - seen.Took.Ticks)) : null;
}
