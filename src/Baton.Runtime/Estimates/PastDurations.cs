using Baton.Engine.Resources;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Estimates;

/// <summary>Predicts from the newest successes of the same workflow in the same resource; asks the store once for each.</summary>
public sealed class PastDurations(IScopeHistory history) : IPredictor
{
    private readonly Dictionary<(string?, ResourceName), Spread?> known = [];

    /// <inheritdoc/>
    public async ValueTask<Spread?> DurationAsync(
        string? workflow,
        ResourceName resource,
        CancellationToken cancellation
    )
    {
        if (known.TryGetValue((workflow, resource), out var spread))
            return spread;
        var past = await history.DurationsAsync(workflow, resource, cancellation).ConfigureAwait(false);
        return known[(workflow, resource)] = Spread.Of(past);
    }
}
