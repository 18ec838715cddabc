namespace Baton.Engine;

/// <summary>A point of scope time, in ticks of 100 ns since the scope's own zero; comparable inside one scope only.</summary>
public readonly record struct Instant(long Ticks) : IComparable<Instant>
{
    /// <summary>The beginning of scope time.</summary>
    public static readonly Instant Zero;

    /// <summary>Orders by time.</summary>
    public int CompareTo(Instant other) => Ticks.CompareTo(other.Ticks);

    /// <summary>The instant a span later.</summary>
    public static Instant operator +(Instant instant, TimeSpan span) => new(instant.Ticks + span.Ticks);

    /// <summary>The span from the second instant to the first.</summary>
    public static TimeSpan operator -(Instant later, Instant earlier) => new(later.Ticks - earlier.Ticks);

    /// <summary>Whether the first lies before the second.</summary>
    public static bool operator <(Instant left, Instant right) => left.Ticks < right.Ticks;

    /// <summary>Whether the first lies after the second.</summary>
    public static bool operator >(Instant left, Instant right) => left.Ticks > right.Ticks;

    /// <summary>Whether the first lies not after the second.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Ticks <= right.Ticks;

    /// <summary>Whether the first lies not before the second.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Ticks >= right.Ticks;

    /// <summary>The later of two.</summary>
    public static Instant Later(Instant one, Instant other) => one < other ? other : one;

    /// <summary>The earlier of two, where none counts as never.</summary>
    public static Instant? Earlier(Instant? one, Instant? other) =>
        one is not { } first ? other
        : other is { } second && second < first ? second
        : first;
}
