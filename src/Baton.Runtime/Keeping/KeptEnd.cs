using Baton.Engine.Runs;
using Baton.Runtime.Fencing;

namespace Baton.Runtime.Keeping;

/// <summary>How keeping a run ended.</summary>
public abstract record KeptEnd
{
    private KeptEnd() { } // closed: every case is here

    /// <summary>There was nothing to keep: the run was over before it was granted, or was left.</summary>
    public sealed record NotGranted(Run? Run) : KeptEnd;

    /// <summary>The run was granted and not kept: the fence of its groups could not be moved.</summary>
    /// <param name="Run">The run, ended as cancelled.</param>
    /// <param name="Failure">Why.</param>
    public sealed record NotFenced(Run Run, FenceEnd.Failed Failure) : KeptEnd;

    /// <summary>The run is over: somebody has released it, or the keeper itself.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Why">What ended it.</param>
    public sealed record Over(Run Run, string Why) : KeptEnd;

    /// <summary>The keeper may no longer trust the lease; whoever comes next waits for the lock-delay.</summary>
    /// <param name="Run">The run as last known.</param>
    /// <param name="Why">What happened.</param>
    public sealed record GivenUp(Run Run, string Why) : KeptEnd;
}
