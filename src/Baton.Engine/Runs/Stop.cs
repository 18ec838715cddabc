using Baton.Engine.Records;

namespace Baton.Engine.Runs;

/// <summary>That a run was told to stop.</summary>
/// <param name="Conclusion">What it ends with, unless it succeeds before it hears.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Stop(Conclusion Conclusion, Reason Reason, Instant At)
{
    /// <summary>Whether its owner has said that it knows.</summary>
    public bool Acknowledged { get; init; }
}
