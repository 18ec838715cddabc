using Baton.Engine;
using Baton.Runtime.Stores.Moving;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Remaking.</content>
public sealed partial class PostgresScope
{
    /// <inheritdoc/>
    public ValueTask<ScopeStanding> RemakeAsync(
        Func<ScopeStanding, Remaking?> remake,
        CancellationToken cancellation
    ) => UseAsync((connection, token) => RemakeAsync(connection, remake, token), cancellation);

    private async ValueTask<ScopeStanding> RemakeAsync(
        NpgsqlConnection connection,
        Func<ScopeStanding, Remaking?> remake,
        CancellationToken cancellation
    )
    {
        _image = null;
        while (true)
            try
            {
                var image = await LoadLockedAsync(connection, new(), cancellation).ConfigureAwait(false);
                var standing = new ScopeStanding(image.Row.Body, ClockOf(image), [.. Live(image)]);
                if (remake(standing) is not { } remaking)
                    return standing;
                if (_scope != ScopeRow.None)
                {
                    await Statements(image, remaking)
                        .SendAsync(connection, CancellationToken.None)
                        .ConfigureAwait(false);
                    return standing;
                }
                await RollBackAsync().ConfigureAwait(false);
                await MakeRowAsync(connection, cancellation).ConfigureAwait(false); // there was nothing to lock
            }
            finally
            {
                await RollBackAsync().ConfigureAwait(false); // does nothing after a commit
            }
    }

    private Exchange Statements(ScopeImage image, Remaking remaking)
    {
        var exchange = new Exchange();
        var writing = new Writing(exchange, _scope);
        if (remaking.Content is { } content)
        {
            foreach (var delete in Emptied)
                exchange.Add(delete, Exchange.Value(_scope));
            writing.Put(content.Holds, content.Resources);
            writing.Runs([.. content.Runs.Select(run => new Change.PutRun(run, null))]);
            writing.Entries([.. content.Entries.Select(entry => (entry, entry.Fact))]);
        }
        writing.Entries([(remaking.Entry, remaking.Fact)]);
        exchange.Add(
            "UPDATE baton.scopes SET version = $3, body = $4 WHERE id = $1 AND version = $2",
            Exchange.Value(_scope),
            Exchange.Value(image.Row.Version),
            Exchange.Value(remaking.Body.State.Version),
            Exchange.Value(remaking.Body.Write())
        );
        return exchange.Add("COMMIT");
    }
}
