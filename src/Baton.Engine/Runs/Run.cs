using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;

namespace Baton.Engine.Runs;

/// <summary>One request to do work, from the asking to the end.</summary>
public sealed record Run
{
    /// <summary>Its name.</summary>
    public required RunId Id { get; init; }

    /// <summary>What was asked.</summary>
    public required Ask Ask { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>When it was asked for; a requeued run keeps its first time.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Its place in its lines.</summary>
    public required Place Place { get; init; }

    /// <summary>What it takes beyond what its ancestors hold, ordered by resource.</summary>
    public required Needs Needs { get; init; }

    /// <summary>Base priority: the one asked for, unless an operator gave it another.</summary>
    public required int Priority { get; init; }

    /// <summary>The run that it is inside of.</summary>
    public RunId? Parent { get; init; }

    /// <summary>When it becomes due; none if it is.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>When it stops waiting.</summary>
    public Instant? Deadline { get; init; }

    /// <summary>The first run of the burst that it belongs to.</summary>
    public RunId? Burst { get; init; }

    /// <summary>Whether it stands for its burst; true for a run that belongs to none.</summary>
    public bool Leads { get; init; } = true;

    /// <summary>The requests of its burst that it was granted for, its own not among them.</summary>
    public IReadOnlyList<RequestId> StandsFor { get; init; } = [];

    /// <summary>Its fencing token; 0 until it holds something.</summary>
    public long Token { get; init; }

    /// <summary>How often it was renewed since its last token.</summary>
    public long Counter { get; init; }

    /// <summary>For how long it must be seen unrenewed before it may be called lost.</summary>
    public TimeSpan Lease { get; init; }

    /// <summary>When it was last renewed.</summary>
    public Instant RenewedAt { get; init; }

    /// <summary>When it was granted.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>That it was told to stop.</summary>
    public Stop? Stop { get; init; }

    /// <summary>How it ended, or will once the runs inside it are gone.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>Whether somebody attested that no process of the lost run is left.</summary>
    public bool RemainsGone { get; init; }

    /// <summary>Why it stands where it stands.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsLive => State != RunState.Ended;

    /// <summary>Whether it holds what it asked for.</summary>
    public bool IsActive => State is RunState.Running or RunState.Stopping;

    /// <summary>Whether its own work is over and only runs inside it keep it from ending.</summary>
    public bool IsConcluding => State == RunState.Stopping && Conclusion is not null;

    /// <summary>The next instant at which time alone changes it.</summary>
    public Instant? NextTime => State == RunState.Waiting ? Instant.Earlier(NotBefore, Deadline) : null;

    /// <summary>
    /// Whether it is newer than another: within one workflow by (number, attempt), else by arrival. Compared in pairs only,
    /// since the two orders together are not transitive.
    /// </summary>
    public bool IsNewerThan(Run other)
    {
        var (mine, theirs) = (Ask.Origin, other.Ask.Origin);
        if (
            mine.Workflow is not null
            && mine.Workflow == theirs.Workflow
            && mine.Number is { } number
            && theirs.Number is { } than
        )
        {
            var attempts = (mine.Attempt ?? 1).CompareTo(theirs.Attempt ?? 1);
            if (number != than || attempts != 0)
                return number != than ? number > than : attempts > 0;
        }
        return Place.Arrival > other.Place.Arrival;
    }

    /// <summary>Whether it may take the place of another: newer, and of no lower base priority.</summary>
    public bool MayReplace(Run other) => IsNewerThan(other) && Priority >= other.Priority;
}
