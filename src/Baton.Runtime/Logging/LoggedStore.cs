using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Stores;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Logging;

/// <summary>A store whose decisions are logged with the time that each took.</summary>
/// <param name="store">The store.</param>
/// <param name="logger">Where to.</param>
/// <param name="clock">Measures.</param>
public sealed class LoggedStore(IScopeStore store, ILogger logger, TimeProvider clock) : IScopeStore
{
    /// <inheritdoc/>
    public string Scope => store.Scope;

    /// <inheritdoc/>
    public Pace Pace => store.Pace;

    /// <inheritdoc/>
    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            var applied = await store.ApplyAsync(commands, cancellation).ConfigureAwait(false);
            Log.Applied(
                logger,
                Names(commands),
                Milliseconds(started),
                Names(applied.Decisions),
                applied.Changes.Count
            );
            return applied;
        }
        catch (StoreException failure)
        {
            Log.StoreFailed(logger, Milliseconds(started), failure.Fault.ToString(), failure.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation) =>
        store.ReadAsync(read, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private double Milliseconds(long started) => clock.GetElapsedTime(started).TotalMilliseconds;

    private static string Names<T>(IReadOnlyList<T> items)
        where T : notnull => string.Join(", ", items.Select(item => item.GetType().Name));
}
