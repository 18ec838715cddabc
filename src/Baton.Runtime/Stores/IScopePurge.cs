namespace Baton.Runtime.Stores;

/// <summary>
/// Empties a scope. What stays is its own row, so that no token is ever given twice and scope time never goes back, and
/// one audit entry: the anchor that says who purged it and where the audit went on from.
/// </summary>
public interface IScopePurge
{
    /// <summary>What the scope has.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<ScopeContents> ContentsAsync(CancellationToken cancellation);

    /// <summary>Purges it, in one transaction, unless somebody lives in it.</summary>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    ValueTask<PurgeAnswer> PurgeAsync(PurgeOrder order, CancellationToken cancellation);
}
