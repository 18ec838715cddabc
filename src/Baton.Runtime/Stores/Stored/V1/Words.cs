using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>
/// The words that stand for an enumeration's values in stored bodies. They are written out here, and not taken from the
/// program's own names, so that renaming a member doesn't change a format that files on disk are in.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class Words<T>
    where T : struct, Enum
{
    private readonly (T Value, string Word)[] _table;

    internal Words(params (T Value, string Word)[] table) => _table = table;

    /// <summary>Every value that has a word.</summary>
    public IEnumerable<T> Values => _table.Select(entry => entry.Value);

    /// <summary>The word of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no word.</exception>
    public string this[T value]
    {
        get
        {
            foreach (var (known, word) in _table)
                if (EqualityComparer<T>.Default.Equals(known, value))
                    return word;
            throw new ArgumentOutOfRangeException(nameof(value), value, "no word stands for this value");
        }
    }

    /// <summary>The value of a word.</summary>
    /// <exception cref="FormatException">No value has this word.</exception>
    public T Of(string word)
    {
        foreach (var (value, known) in _table)
            if (known == word)
                return value;
        throw new FormatException($"'{word}' is no {typeof(T).Name}");
    }
}

/// <summary>The words of the engine's enumerations, as they are stored.</summary>
public static class Words
{
    /// <summary>How runs end.</summary>
    public static readonly Words<Conclusion> Conclusions = new(
        (Conclusion.Success, "success"),
        (Conclusion.Failure, "failure"),
        (Conclusion.Cancelled, "cancelled"),
        (Conclusion.Superseded, "superseded"),
        (Conclusion.Preempted, "preempted"),
        (Conclusion.Duplicate, "duplicate"),
        (Conclusion.Skipped, "skipped"),
        (Conclusion.Filtered, "filtered"),
        (Conclusion.Rejected, "rejected"),
        (Conclusion.TimedOut, "timed-out"),
        (Conclusion.Lost, "lost")
    );

    /// <summary>Where runs stand.</summary>
    public static readonly Words<RunState> States = new(
        (RunState.Waiting, "waiting"),
        (RunState.Running, "running"),
        (RunState.Stopping, "stopping"),
        (RunState.Ended, "ended")
    );

    /// <summary>Which waiting runs come first.</summary>
    public static readonly Words<Standing> Standings = new(
        (Standing.Claiming, "claiming"),
        (Standing.Ready, "ready"),
        (Standing.Dormant, "dormant")
    );

    /// <summary>Kinds of resources. Their words are in the order of the kinds, so that stored names sort as names do.</summary>
    public static readonly Words<ResourceKind> Kinds = new(
        (ResourceKind.Group, "group"),
        (ResourceKind.Key, "key"),
        (ResourceKind.Rate, "rate")
    );

    /// <summary>Orders of lines.</summary>
    public static readonly Words<LineOrder> Orders = new((LineOrder.Priority, "priority"), (LineOrder.Fifo, "fifo"));

    /// <summary>What becomes of an arrival at a full line.</summary>
    public static readonly Words<Overflow> Overflows = new(
        (Overflow.Reject, "reject"),
        (Overflow.DropOlder, "drop-older")
    );

    /// <summary>Whom an arrival stops.</summary>
    public static readonly Words<Stops> Stops = new(
        (Engine.Resources.Stops.None, "none"),
        (Engine.Resources.Stops.Older, "older"),
        (Engine.Resources.Stops.Lower, "lower")
    );

    /// <summary>What becomes of preempted runs.</summary>
    public static readonly Words<Preempted> Preempted = new(
        (Engine.Resources.Preempted.End, "end"),
        (Engine.Resources.Preempted.Requeue, "requeue")
    );

    /// <summary>What records tell of.</summary>
    public static readonly Words<RecordKind> Records = new(
        (RecordKind.Waiting, "waiting"),
        (RecordKind.Granted, "granted"),
        (RecordKind.Stopping, "stopping"),
        (RecordKind.Acknowledged, "acknowledged"),
        (RecordKind.Concluding, "concluding"),
        (RecordKind.Requeued, "requeued"),
        (RecordKind.Ended, "ended"),
        (RecordKind.Attested, "attested"),
        (RecordKind.Paused, "paused"),
        (RecordKind.Resumed, "resumed"),
        (RecordKind.Reprioritised, "reprioritised"),
        (RecordKind.Configured, "configured"),
        (RecordKind.TokenRaised, "token-raised"),
        (RecordKind.Unprotected, "unprotected"),
        (RecordKind.Observed, "observed"),
        (RecordKind.Reported, "reported"),
        (RecordKind.Left, "left"),
        (RecordKind.Awaited, "awaited"),
        (RecordKind.Arrived, "arrived")
    );
}
