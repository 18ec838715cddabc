using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores;

/// <summary>What people ask about a scope, and no decision depends on.</summary>
public interface IScopeHistory
{
    /// <summary>The live runs, by arrival.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<Run>> LiveRunsAsync(CancellationToken cancellation);

    /// <summary>Ended runs that the store still has, newest end first.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<Run>> EndedRunsAsync(int limit, CancellationToken cancellation);

    /// <summary>
    /// The runs that a text names, newest first: the beginning of a run's id (case doesn't count), or the whole of its
    /// origin's URL or external id. At most 100.
    /// </summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<Run>> FindRunsAsync(string text, CancellationToken cancellation);

    /// <summary>How long the newest successes of a workflow in a resource took, from grant to end, newest first; at most 50.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<TimeSpan>> DurationsAsync(
        string? workflow,
        ResourceName resource,
        CancellationToken cancellation
    );

    /// <summary>Audit entries from a number on, in their order.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<AuditEntry>> RecordsAsync(long from, int limit, CancellationToken cancellation);

    /// <summary>The audit entries of one run, in their order.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<AuditEntry>> RecordsOfAsync(RunId run, CancellationToken cancellation);

    /// <summary>The newest audit entry.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<AuditHead> HeadAsync(CancellationToken cancellation);

    /// <summary>Verifies the whole audit, and that it passes through a head that is known from outside.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation);

    /// <summary>The resources that are in use, paused or recorded, by name.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<Resource>> ResourcesAsync(CancellationToken cancellation);

    /// <summary>The names of all scopes in the same store.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<string>> ScopesAsync(CancellationToken cancellation);
}
