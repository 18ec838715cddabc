using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Commands;

/// <summary>What is asked, whole. Two asks with one request id must be the same ask.</summary>
public sealed record Ask
{
    /// <summary>The run to be; a fresh ULID.</summary>
    public required RunId Run { get; init; }

    /// <summary>The asking; a fresh ULID, reused by its own retries.</summary>
    public required RequestId Request { get; init; }

    /// <summary>Who keeps the lease.</summary>
    public required Owner Owner { get; init; }

    /// <summary>What is needed: all or nothing. Each resource once.</summary>
    public required Needs Needs { get; init; }

    /// <summary>Where the run comes from.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>Base priority, 0 to 100.</summary>
    public int Priority { get; init; } = Limits.DefaultPriority;

    /// <summary>How long the lease is trusted unrenewed.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a grant that came while it waited holds unless it renews: its lease until then, where waiting runs don't
    /// renew and nobody has seen them live. None: the lease.
    /// </summary>
    public TimeSpan? TakeUp { get; init; }

    /// <summary>How long it may wait; none for ever.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>How long after the asking it becomes due.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The run that it is asked inside of.</summary>
    public RunId? Parent { get; init; }

    /// <summary>Why it was not meant, if a filter said so.</summary>
    public string? Filtered { get; init; }

    /// <summary>The scope's aging, if this is its first request.</summary>
    public TimeSpan Aging { get; init; } = Limits.Aging;

    /// <summary>
    /// Whether another ask asks for the same; the run's name and the asking process don't count, nor how soon a grant is
    /// to be taken up: the store says that, nobody asks for it, and a scope may have moved to another store meanwhile.
    /// </summary>
    public bool SameAs(Ask other) =>
        this with { Run = other.Run, Owner = other.Owner, Needs = other.Needs, TakeUp = other.TakeUp } == other
        && Needs.SequenceEqual(other.Needs);

    /// <summary>Says what is wrong with the ask, or nothing.</summary>
    public string? Fault() =>
        Needs.Count > Limits.Needs ? $"a run may need at most {Limits.Needs} resources, not {Needs.Count}"
        : Needs.Count > 1 && Needs.DistinctBy(need => need.Resource).Count() != Needs.Count
            ? "a resource is asked for twice"
        : Needs.Any(static need => need.Units is < Need.All or > Limits.Units) ? $"units are 1 to {Limits.Units}"
        : Priority is < Limits.LowestPriority or > Limits.HighestPriority ? $"a priority is 0 to 100, not {Priority}"
        : Lease < Limits.ShortestLease || Lease > Limits.LongestSpan ? "a lease is a second to a year"
        : TakeUp is { } soon && (soon < Limits.ShortestLease || soon > Limits.LongestSpan)
            ? "a grant is to be taken up within a second to a year"
        : MaxWait is { } wait && (wait < TimeSpan.Zero || wait > Limits.LongestSpan)
            ? "max-wait is a span of up to a year"
        : Delay < TimeSpan.Zero || Delay > Limits.LongestSpan ? "a delay is a span of up to a year"
        : Aging < TimeSpan.Zero || Aging > TimeSpan.FromDays(1) ? "aging is a span of up to a day"
        : FaultOfSettings();

    private string? FaultOfSettings()
    {
        foreach (var need in Needs)
            if (need.Settings.Fault() is { } fault)
                return fault;
        return null;
    }
}
