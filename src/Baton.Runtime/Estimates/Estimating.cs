using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;

namespace Baton.Runtime.Estimates;

/// <summary>
/// Estimates how long a run will still run, or wait: until the first of the holders is done, and then all that are ahead of it,
/// as many at once as the resource has units. Where the duration of one of them isn't known there is no estimate: half a
/// sum would be a promise.
/// </summary>
public sealed class Estimating(IPredictor predictor)
{
    /// <summary>The estimate from a picture on, or nothing.</summary>
    /// <exception cref="Stores.StoreException">The store can't be read.</exception>
    public async ValueTask<Spread?> OfAsync(Picture picture, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var run = picture.Run;
        if (run.IsActive && run.Ask.Needs.Count > 0)
            return await LeftAsync(run, (run.Ask.Needs[0].Resource, picture.Now), cancellation).ConfigureAwait(false);
        return run.State == RunState.Waiting && Bottleneck(picture) is { } need
            ? await WaitAsync(picture, need, cancellation).ConfigureAwait(false)
            : null;
    }

    private async ValueTask<Spread?> WaitAsync(Picture picture, Need need, CancellationToken cancellation)
    {
        Spread? first = null;
        foreach (var holder in picture.Holders.Where(run => run.IsActive))
        {
            if (
                await LeftAsync(holder, (need.Resource, picture.Now), cancellation).ConfigureAwait(false)
                is not { } left
            )
                return null;
            first = first is null || left.Median < first.Median ? left : first;
        }

        foreach (var ahead in picture.Ahead)
        {
            if (
                await predictor
                    .DurationAsync(ahead.Ask.Origin.Workflow, need.Resource, cancellation)
                    .ConfigureAwait(false)
                is not { } takes
            )
                return null;
            var share = takes.Among(Math.Max(1, need.Settings.Capacity));
            first = first?.Then(share) ?? share;
        }

        return first;
    }

    private async ValueTask<Spread?> LeftAsync(
        Run holder,
        (ResourceName Resource, Engine.Instant Now) at,
        CancellationToken cancellation
    )
    {
        var takes = await predictor
            .DurationAsync(holder.Ask.Origin.Workflow, at.Resource, cancellation)
            .ConfigureAwait(false);
        return takes?.After(at.Now - (holder.StartedAt ?? at.Now));
    }

    private static Need? Bottleneck(Picture picture)
    {
        ResourceName? named = picture.Reason switch
        {
            Reason.Held held => held.Resource,
            Reason.Behind behind => behind.Resource,
            Reason.Stopping stopping => stopping.Resource,
            _ => null,
        };
        return picture.Run.Needs.FirstOrDefault(need => need.Resource == named);
    }
}
