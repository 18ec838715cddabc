namespace Baton.Runtime.Stores;

/// <summary>What tells one store from another.</summary>
public interface IScopeIdentity
{
    /// <summary>Names the store for ever: a fence tells by it whose token it has seen. Empty before the first change.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    ValueTask<string> StoreIdAsync(CancellationToken cancellation);
}
