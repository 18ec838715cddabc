using Baton.Engine.Runs;

namespace Baton.Runtime.Fencing;

/// <summary>What became of moving the fences of a granted run.</summary>
public abstract record FenceEnd
{
    private FenceEnd() { } // closed: every case is here

    /// <summary>They are moved.</summary>
    /// <param name="Run">The run; its token may be larger than at its grant.</param>
    /// <param name="Passes">The fences.</param>
    public sealed record Moved(Run Run, IReadOnlyList<FencePass> Passes) : FenceEnd;

    /// <summary>They aren't, and the run must not start.</summary>
    /// <param name="Fault">What kind of failure it is.</param>
    /// <param name="Why">Why, in one sentence without a full stop.</param>
    public sealed record Failed(FenceFault Fault, string Why) : FenceEnd;
}

/// <summary>Why a fence can't be moved.</summary>
public enum FenceFault
{
    /// <summary>A later run has passed it.</summary>
    Overtaken,

    /// <summary>The remote doesn't take it, and won't.</summary>
    Refused,

    /// <summary>The remote can't be reached, or not in time.</summary>
    Unreachable,
}
