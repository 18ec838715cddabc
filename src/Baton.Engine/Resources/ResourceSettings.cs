namespace Baton.Engine.Resources;

/// <summary>The rules of a resource: how much there is, who may wait, and whom an arrival stops.</summary>
public sealed record ResourceSettings
{
    /// <summary>A group as it is when nothing is said: one unit, an unbounded line, nobody is stopped.</summary>
    public static readonly ResourceSettings Default = new();

    /// <summary>Units that may be held at once, 1 to <see cref="Limits.Units"/>.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>How many runs may wait; none means unbounded.</summary>
    public int? Line { get; init; }

    /// <summary>What becomes of an arrival at a full line.</summary>
    public Overflow Overflow { get; init; }

    /// <summary>Whom the first in line stops.</summary>
    public Stops Stops { get; init; }

    /// <summary>Whether priority counts.</summary>
    public LineOrder Order { get; init; }

    /// <summary>What becomes of a preempted run.</summary>
    public Preempted Preempted { get; init; }

    /// <summary>How long a burst of requests is gathered, from its first arrival; zero for none.</summary>
    public TimeSpan Debounce { get; init; }

    /// <summary>Says what is wrong, or nothing.</summary>
    public string? Fault() =>
        Capacity is < 1 or > Limits.Units ? $"the capacity is 1 to {Limits.Units}, not {Capacity}"
        : Line is < 0 or > Limits.Units ? $"a line has 0 to {Limits.Units} places, not {Line}"
        : Debounce < TimeSpan.Zero || Debounce > Limits.LongestSpan ? "debounce is a span of up to a year"
        : null;
}
