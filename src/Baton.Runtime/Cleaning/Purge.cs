using Baton.Engine.Commands;
using Baton.Runtime.Coordination;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Cleaning;

/// <summary>
/// Removes all that was made for a scope. First everything that lives must be gone, or is taken what it holds where that is
/// forced; then what the dead left is removed, while the store still knows whose it was; last the store forgets.
/// </summary>
/// <param name="ground">Where.</param>
/// <param name="order">Who says it, and why.</param>
public sealed class Purge(Ground ground, PurgeOrder order)
{
    private readonly LeftoverSearch _search = new(ground);

    /// <summary>Purges, unless somebody lives.</summary>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    public async ValueTask<PurgeEnd> SparingAsync(CancellationToken cancellation)
    {
        var survivors = await _search.SurvivorsAsync(cancellation).ConfigureAwait(false);
        return survivors.Count > 0
            ? new PurgeEnd.Refused(survivors)
            : await ForgetAsync(order with { MayLive = Picture.UnattestedIn }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes from everything that lives what it holds, then purges.</summary>
    /// <exception cref="StoreException">The store can't be reached, read or written.</exception>
    public async ValueTask<PurgeEnd> ForcingAsync(CancellationToken cancellation)
    {
        var doorbells = new Doorbells(ground.Here.Folder);
        var live = await ground.Scope.LiveRunsAsync(cancellation).ConfigureAwait(false);
        foreach (var run in live.Where(run => !Lookout.IsDead(run, ground.Here)))
        {
            var release = new Command.Release(run.Id, order.By, order.Why);
            var applied = await ground.Scope.ApplyAsync([release], cancellation).ConfigureAwait(false);
            doorbells.RingFor(applied.Changes, null);
        }
        return await ForgetAsync(order, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<PurgeEnd> ForgetAsync(PurgeOrder last, CancellationToken cancellation)
    {
        var cleaned = await new Cleaner(ground).CleanAsync(cancellation).ConfigureAwait(false);
        return await ground.Scope.PurgeAsync(last, cancellation).ConfigureAwait(false) switch
        {
            PurgeAnswer.Purged purged => new PurgeEnd.Purged(cleaned, purged.Contents),
            PurgeAnswer.Refused refused => new PurgeEnd.Refused([
                .. refused.InTheWay.Select(run => new Spared(
                    run.Id,
                    $"run {run.Id}",
                    "came in between, or can't be told to be gone"
                )),
            ]),
            var other => throw new System.Diagnostics.UnreachableException($"a purge ends in two ways, not {other}"),
        };
    }
}
