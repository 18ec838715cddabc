namespace Baton.Engine.Runs;

/// <summary>Which waiting runs come first: those that already stop others for their place, then those that are due, then the rest.</summary>
public enum Standing
{
    /// <summary>It has stopped others: nothing passes it.</summary>
    Claiming,

    /// <summary>It is due and may start.</summary>
    Ready,

    /// <summary>It is not yet due, or a newer one of its burst leads: it takes nothing.</summary>
    Dormant,
}

/// <summary>A waiting run's place in all its lines: standing, rank, arrival. Smaller is first; no two are equal.</summary>
/// <param name="Standing">Claiming, ready or dormant.</param>
/// <param name="Rank">Time of asking − priority × aging / 20, in ticks; fixed at the asking.</param>
/// <param name="Arrival">The number of its arrival in the scope.</param>
public readonly record struct Place(Standing Standing, long Rank, long Arrival) : IComparable<Place>
{
    /// <summary>Orders by standing, rank, arrival.</summary>
    public int CompareTo(Place other) =>
        Standing != other.Standing ? Standing.CompareTo(other.Standing)
        : Rank != other.Rank ? Rank.CompareTo(other.Rank)
        : Arrival.CompareTo(other.Arrival);

    /// <summary>
    /// The rank of a request. Nobody who asked more than (difference of priorities / 20) × aging later passes: that is the
    /// bound on waiting behind higher priorities (promise 6).
    /// </summary>
    public static long RankOf(Instant askedAt, int priority, TimeSpan aging) =>
        askedAt.Ticks - (long)((Int128)priority * aging.Ticks / Limits.DefaultPriority);

    /// <summary>When newcomers can no longer pass: who asks later comes behind, whatever its priority.</summary>
    public Instant PassableUntil(TimeSpan aging) =>
        new((long)((Int128)Rank + (Int128)Limits.HighestPriority * aging.Ticks / Limits.DefaultPriority));
}
