using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Moving;

/// <summary>All that a scope has in which nobody lives, as it is carried from one store to another.</summary>
/// <param name="Body">Its own row.</param>
/// <param name="Time">Scope time when it was taken.</param>
/// <param name="Runs">Ended runs: they answer requests that come again, and say how long things take.</param>
/// <param name="Holds">What lingers: windows, rates, delays.</param>
/// <param name="Resources">Resources with what is recorded of them, and pauses.</param>
/// <param name="Entries">The audit, as far back as it was kept.</param>
public sealed record ScopeImage(
    ScopeBody Body,
    Instant Time,
    IReadOnlyList<Run> Runs,
    IReadOnlyList<Hold> Holds,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<AuditEntry> Entries
)
{
    /// <summary>The rows as changes to an empty scope.</summary>
    public IEnumerable<Change> Changes =>
        [
            .. Runs.Select(run => new Change.PutRun(run, null)),
            .. Holds.Select(hold => new Change.PutHold(hold)),
            .. Resources.Select(resource => new Change.PutResource(resource)),
        ];

    /// <summary>Takes it. The scope must be closed, so that it stands still while it is read.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    /// <exception cref="InvalidOperationException">Somebody changed the scope all the same.</exception>
    public static async ValueTask<ScopeImage> OfAsync(ITendedScope scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var before = await scope.RemakeAsync(_ => null, cancellation).ConfigureAwait(false);
        var runs = await scope.EndedRunsAsync(int.MaxValue, cancellation).ConfigureAwait(false);
        var resources = await scope.ResourcesAsync(cancellation).ConfigureAwait(false);
        var holds = await scope
            .ReadAsync(
                (view, _) => (List<Hold>)[.. resources.SelectMany(resource => view.Holds(resource.Name))],
                cancellation
            )
            .ConfigureAwait(false);
        var entries = await scope.RecordsAsync(1, int.MaxValue, cancellation).ConfigureAwait(false);
        var after = await scope.RemakeAsync(_ => null, cancellation).ConfigureAwait(false);
        return after.Body.State == before.Body.State && before.Body.State.Elsewhere is not null
            ? new(after.Body, after.Clock.Time, runs, holds, resources, entries)
            : throw new InvalidOperationException("a scope is to be closed before it is taken");
    }
}
