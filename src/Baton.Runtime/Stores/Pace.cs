namespace Baton.Runtime.Stores;

/// <summary>
/// How often a store is looked at, and how long it may take to answer. A file is looked at each second, since a look costs
/// nothing; a remote counts its visitors.
/// </summary>
public sealed record Pace
{
    /// <summary>That of a store on this machine, whose bells ring by themselves.</summary>
    public static readonly Pace Machine = new();

    /// <summary>How long a waiting run sleeps at most before it looks by itself.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How far that grows while nothing changes, by a half at each look.</summary>
    public TimeSpan LongestLook { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often a holder looks whether it is told to stop; null where the bell alone tells it, since all that could tell
    /// it are on the same machine.
    /// </summary>
    public TimeSpan? HolderLook { get; init; }

    /// <summary>How long an answer is waited for while a command runs beside it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether waiting runs renew, so that others see them live. Where they don't, one whose machine died is found out
    /// after it was granted: a grant has to be taken up within <see cref="TakeUp"/>.
    /// </summary>
    public Heartbeats Waiting { get; init; } = Heartbeats.Sent;

    /// <summary>How long a run that was granted by somebody else's command has to renew for the first time; null: its lease.</summary>
    public TimeSpan? TakeUp { get; init; }

    /// <summary>The lease of a run that asks for none; null for the usual one.</summary>
    public TimeSpan? Lease { get; init; }
}
