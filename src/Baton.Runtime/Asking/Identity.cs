using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Runtime.Asking;

/// <summary>Who asks, and under which names.</summary>
/// <param name="Run">The run to be.</param>
/// <param name="Request">The asking.</param>
/// <param name="Owner">The process that will keep the lease.</param>
public sealed record Identity(RunId Run, RequestId Request, Owner Owner)
{
    /// <summary>The run inside which it is asked.</summary>
    public RunId? Parent { get; init; }
}
