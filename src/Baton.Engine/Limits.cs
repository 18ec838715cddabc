namespace Baton.Engine;

/// <summary>The bounds that every request keeps to; the edges tell the user, the engine only refuses.</summary>
public static class Limits
{
    /// <summary>Longest name of a resource, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Most resources that one request may need.</summary>
    public const int Needs = 64;

    /// <summary>Largest capacity and most units.</summary>
    public const int Units = 1_000_000;

    /// <summary>Lowest and highest priority, and the one of a run that says none.</summary>
    public const int LowestPriority = 0,
        HighestPriority = 100,
        DefaultPriority = 20;

    /// <summary>Deepest nesting of runs inside runs.</summary>
    public const int NestingDepth = 32;

    /// <summary>How much a waiting run ages for 20 steps of priority, unless the scope says otherwise.</summary>
    public static readonly TimeSpan Aging = TimeSpan.FromMinutes(5);

    /// <summary>How long the holds of a lost run linger where nobody can say that its processes are gone and no lock-delay is set.</summary>
    public static readonly TimeSpan LockDelay = TimeSpan.FromSeconds(15);

    /// <summary>Shortest lease that may be asked for.</summary>
    public static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    /// <summary>Longest span of any kind: a year.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(366);
}
