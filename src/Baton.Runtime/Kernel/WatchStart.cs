namespace Baton.Runtime.Kernel;

/// <summary>What became of beginning to watch the owner of a bell.</summary>
public abstract record WatchStart
{
    private WatchStart() { }

    /// <summary>The owner lives and is watched.</summary>
    /// <param name="Watch">Has something once the owner has died; the caller disposes it.</param>
    public sealed record Watching(Watch Watch) : WatchStart;

    /// <summary>Nobody is to be watched.</summary>
    /// <param name="Answer">What ringing would have met.</param>
    public sealed record Refused(BellRing Answer) : WatchStart;
}
