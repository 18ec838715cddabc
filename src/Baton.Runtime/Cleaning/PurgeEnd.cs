using Baton.Runtime.Stores;

namespace Baton.Runtime.Cleaning;

/// <summary>How purging ended.</summary>
public abstract record PurgeEnd
{
    private PurgeEnd() { } // closed: every case is here

    /// <summary>All is gone but the scope's own row and one entry of its audit.</summary>
    /// <param name="Cleaned">What the dead had left.</param>
    /// <param name="Contents">What the scope had.</param>
    public sealed record Purged(Leftovers Cleaned, ScopeContents Contents) : PurgeEnd;

    /// <summary>Somebody lives, or may live, and nothing of his was touched.</summary>
    public sealed record Refused(IReadOnlyList<Spared> Survivors) : PurgeEnd;
}
