namespace Baton.Runtime.Stores;

/// <summary>What a store can say of its own health, and no decision depends on.</summary>
public interface IScopeHealth
{
    /// <summary>What is wrong with the store as a whole, one sentence each; at most five.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation);

    /// <summary>The clocks as the scope's last writer read them; nothing for a scope in which nothing has happened.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<ClockReading?> LastClockAsync(CancellationToken cancellation);

    /// <summary>How many entries the scope's audit has.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<long> EntriesAsync(CancellationToken cancellation);
}
