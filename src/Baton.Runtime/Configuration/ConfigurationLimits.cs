namespace Baton.Runtime.Configuration;

/// <summary>The ranges of settings, for files and flags alike.</summary>
public static class ConfigurationLimits
{
    /// <summary>The most units a group may have, the most that may wait, and the most grants of a rate.</summary>
    public const int MostUnits = 1_000_000;

    /// <summary>The highest priority; the lowest is 0.</summary>
    public const int HighestPriority = 100;

    /// <summary>The most characters of a name or a pattern over names.</summary>
    public const int LongestName = 200;

    /// <summary>The shortest lease: below it a machine under load would lose what it holds.</summary>
    public static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(5);

    /// <summary>The longest lease: a lost run blocks others that long.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromHours(24);

    /// <summary>The longest of waits (<c>max-wait</c>), delays and graces.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);
}
