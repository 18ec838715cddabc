using Baton.Runtime.Stores.Moving;

namespace Baton.Runtime.Stores;

/// <summary>Changes what the engine never changes: where a scope's state is, and all of it at once.</summary>
public interface IScopeRemaking
{
    /// <summary>
    /// Remakes a scope in one transaction: shows how it stands, and writes what is answered. Nothing is written if
    /// nothing is answered. It may be asked more than once, when others change the scope meanwhile.
    /// </summary>
    /// <param name="remake">Looks at the scope and says what it is to be.</param>
    /// <param name="cancellation">Calls it off.</param>
    /// <returns>How it stood when that was decided.</returns>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    ValueTask<ScopeStanding> RemakeAsync(Func<ScopeStanding, Remaking?> remake, CancellationToken cancellation);
}
