using System.Runtime.InteropServices;
using Baton.Engine.Runs;

namespace Baton.Runtime.Coordination;

/// <summary>How waiting ended.</summary>
public abstract record WaitEnd
{
    private WaitEnd() { }

    /// <summary>The run was granted.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Since">The boot clock's reading at which it was certainly not granted yet: its lease is trusted from there.</param>
    public sealed record Granted(Run Run, long Since) : WaitEnd;

    /// <summary>The run is over without having started.</summary>
    public sealed record Over(Run Run) : WaitEnd;

    /// <summary>A signal came; the run was ended.</summary>
    public sealed record Interrupted(Run? Run, PosixSignal Signal) : WaitEnd;
}
