namespace Baton.Runtime.Forge;

/// <summary>The service that has the repository failed or refused. The message is one sentence, and says what to do.</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="message">In one sentence without its full stop.</param>
/// <param name="inner">What was thrown.</param>
public sealed class ForgeException(ForgeFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public ForgeFault Fault { get; } = fault;

    /// <summary>
    /// Whether a write may have been done all the same: its answer was lost, or the service failed in the middle. Who
    /// writes what can't be written twice looks before it tries again.
    /// </summary>
    public bool MayHaveApplied { get; init; }

    /// <summary>Whether the same may be done in a moment.</summary>
    public bool MayPass { get; init; }

    /// <summary>How long the service wants to be left alone; none where it doesn't say.</summary>
    public TimeSpan? Pause { get; init; }
}
