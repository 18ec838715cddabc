namespace Baton.Runtime.Stores.Git;

/// <content>What the refs say of their own health.</content>
public sealed partial class GitScope
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation)
    {
        try
        {
            return await LookedAtAsync<IReadOnlyList<string>>(_ => [], cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Fault == StoreFault.Corrupt)
        {
            return [failure.Message];
        }
    }

    /// <inheritdoc/>
    public ValueTask<ClockReading?> LastClockAsync(CancellationToken cancellation) =>
        LookedAtAsync(seen => seen.State?.Row.Clock, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> EntriesAsync(CancellationToken cancellation) => LookedAtAsync(Count, cancellation);

    // Numbers are gapless, so that nothing has to be brought to count them.
    private static long Count(Snapshot seen) =>
        seen.State is { } state ? state.Row.Head.Number - (state.Row.Anchor?.Head.Number ?? 0) : 0;
}
