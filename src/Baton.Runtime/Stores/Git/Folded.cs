using Baton.Engine;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Git;

/// <summary>What a push is to write.</summary>
/// <param name="Next">The state after it.</param>
/// <param name="Entries">The entries that it adds to the audit.</param>
internal sealed record Folded(StateDocument Next, IReadOnlyList<AuditEntry> Entries)
{
    /// <summary>The older entries that are kept, where the audit begins anew since others are pruned.</summary>
    public IReadOnlyList<AuditEntry>? Kept { get; init; }

    /// <summary>Ended runs that are forgotten.</summary>
    public IReadOnlySet<RunId> Dropped { get; init; } = new HashSet<RunId>();
}
