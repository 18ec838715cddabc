using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Runtime.Reporting;

/// <summary>What an audit tells of one run, gathered entry by entry.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="AskedAt">When it was asked for, in scope time.</param>
/// <param name="Wall">When it was asked for, by the wall clock.</param>
public sealed record RunTale(Origin Origin, Instant AskedAt, DateTimeOffset Wall)
{
    /// <summary>When it was first granted.</summary>
    public Instant? FirstGrant { get; init; }

    /// <summary>When its last grant came: a run that was put back in line has several.</summary>
    public Instant? LastGrant { get; init; }

    /// <summary>How long it ran before it was put back in line.</summary>
    public TimeSpan Before { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>Why it ended so.</summary>
    public Reason? Reason { get; init; }

    /// <summary>How long it waited for its first grant; none where it got none.</summary>
    public TimeSpan? Waited => FirstGrant - AskedAt;

    /// <summary>How long it ran in all; none while it runs, and where it never did.</summary>
    public TimeSpan? Ran => EndedAt is { } end && LastGrant is { } start ? Before + (end - start) : null;

    /// <summary>Whether it ended without having run.</summary>
    public bool IsPrevented => EndedAt is not null && FirstGrant is null;

    /// <summary>The tale after one more record of the same run.</summary>
    public RunTale After(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Kind switch
        {
            RecordKind.Granted => this with { FirstGrant = FirstGrant ?? record.At, LastGrant = record.At },
            RecordKind.Requeued when LastGrant is { } start => this with
            {
                Before = Before + (record.At - start),
                LastGrant = null,
            },
            RecordKind.Ended => this with
            {
                EndedAt = record.At,
                Conclusion = record.Conclusion,
                Reason = record.Reason,
            },
            _ => this,
        };
    }
}
