namespace Baton.Runtime.Stores;

/// <summary>What a store keeps of what is over. Live runs, and what still matters to them, are always kept.</summary>
public sealed record Retention
{
    /// <summary>What is kept when nothing is said.</summary>
    public static readonly Retention Default = new();

    /// <summary>How long ended runs are kept.</summary>
    public TimeSpan Runs { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many ended runs are kept in a scope.</summary>
    public int Count { get; init; } = 10_000;

    /// <summary>How long audit entries are kept.</summary>
    public TimeSpan Audit { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long an ended run is kept at least, whatever the count: its request may be repeated for so long after a lost
    /// answer. The longest window of its own keys counts, if that is longer.
    /// </summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After how many changes of a scope one pruning comes.</summary>
    public int Every { get; init; } = 256;
}
