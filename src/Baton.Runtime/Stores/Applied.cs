using Baton.Engine;

namespace Baton.Runtime.Stores;

/// <summary>What became of a batch of commands, after its commit.</summary>
/// <param name="Decisions">One answer for each command.</param>
/// <param name="Changes">The rows that were written: whoever was granted or told to stop can be woken.</param>
/// <param name="Now">Scope time of the decision.</param>
/// <param name="Due">When time alone will change something next.</param>
public sealed record Applied(
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Change> Changes,
    Instant Now,
    Instant? Due
);
