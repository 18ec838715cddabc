namespace Baton.Runtime.Configuration;

/// <summary>
/// What a file says about a group; null where it says nothing, so that flags, environment, file and defaults can be
/// laid over each other.
/// </summary>
public sealed record GroupSettings
{
    /// <summary>What becomes of a request that can't start at once.</summary>
    public GroupPolicy? Policy { get; init; }

    /// <summary>What orders those who wait.</summary>
    public GroupOrder? Order { get; init; }

    /// <summary>Units, 1 to <see cref="ConfigurationLimits.MostUnits"/>.</summary>
    public int? Capacity { get; init; }

    /// <summary>How many may wait, 0 to <see cref="ConfigurationLimits.MostUnits"/>.</summary>
    public int? MaxPending { get; init; }

    /// <summary>Who goes when more want to.</summary>
    public GroupOverflow? Overflow { get; init; }

    /// <summary>From the first arrival of a burst to its one start.</summary>
    public TimeSpan? Debounce { get; init; }

    /// <summary>What a stopped run has for its end.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>How long the group stays taken after a loss.</summary>
    public TimeSpan? LockDelay { get; init; }

    /// <summary>The git remote that refuses what a later run of the group has overtaken.</summary>
    public string? Fence { get; init; }

    /// <summary>So many grants in a span.</summary>
    public Rate? Rate { get; init; }

    /// <summary>What becomes of a run that a higher priority stopped.</summary>
    public Preempted? Preempted { get; init; }
}
