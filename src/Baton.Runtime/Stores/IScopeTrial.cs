namespace Baton.Runtime.Stores;

/// <summary>A store of which nobody knows what it lets us do before it is tried.</summary>
public interface IScopeTrial
{
    /// <summary>
    /// Tries everything that the store must do, beside the scope and leaving nothing behind; what doesn't work, one
    /// sentence each, with what to do.
    /// </summary>
    ValueTask<IReadOnlyList<StoreException>> TryAsync(CancellationToken cancellation);
}
