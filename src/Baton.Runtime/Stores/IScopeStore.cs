using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores;

/// <summary>
/// One scope in a store. Everything that a store must do is here, so that one conformance suite speaks for every store.
/// </summary>
public interface IScopeStore : IAsyncDisposable
{
    /// <summary>The scope's name.</summary>
    string Scope { get; }

    /// <summary>How often it is looked at, and how long it may take to answer.</summary>
    Pace Pace => Pace.Machine;

    /// <summary>
    /// Applies commands through the engine in one transaction. The answer is given after the commit is durable
    /// (promise 8).
    /// </summary>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation);

    /// <summary>Reads a consistent state of the scope; the second argument is scope time now.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation);
}
