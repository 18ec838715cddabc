using Baton.Engine.Runs;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Purging.</content>
public sealed partial class PostgresScope
{
    private static readonly string[] Emptied =
    [
        "DELETE FROM baton.runs WHERE scope = $1",
        "DELETE FROM baton.waits WHERE scope = $1",
        "DELETE FROM baton.holds WHERE scope = $1",
        "DELETE FROM baton.resources WHERE scope = $1",
        "DELETE FROM baton.records WHERE scope = $1",
    ];

    /// <inheritdoc/>
    public ValueTask<ScopeContents> ContentsAsync(CancellationToken cancellation) =>
        HistoryAsync(Contents, cancellation);

    /// <inheritdoc/>
    public ValueTask<PurgeAnswer> PurgeAsync(PurgeOrder order, CancellationToken cancellation) =>
        UseAsync((connection, token) => PurgeAsync(connection, order, token), cancellation);

    private async ValueTask<PurgeAnswer> PurgeAsync(
        NpgsqlConnection connection,
        PurgeOrder order,
        CancellationToken cancellation
    )
    {
        if (_scope == ScopeRow.None)
            return new PurgeAnswer.Purged(ScopeContents.Nothing);
        _image = null;
        try
        {
            var image = await LoadLockedAsync(connection, new(), cancellation).ConfigureAwait(false);
            List<Run> inTheWay = [.. Live(image), .. order.MayLive(image)];
            if (inTheWay.Count > 0)
                return new PurgeAnswer.Refused(inTheWay);
            var contents = Contents(image);
            var emptied = Stored.Emptied.Of(image.Row.Body, order, ClockOf(image));
            var exchange = new Exchange();
            foreach (var delete in Emptied)
                exchange.Add(delete, Exchange.Value(_scope));
            new Writing(exchange, _scope).Entries([(emptied.Entry, emptied.Fact)]);
            exchange.Add(
                Decided.Advance,
                _ => { },
                Exchange.Value(_scope),
                Exchange.Value(image.Row.Version),
                Exchange.Value(emptied.Body.Write())
            );
            await exchange.Add("COMMIT").SendAsync(connection, cancellation).ConfigureAwait(false);
            return new PurgeAnswer.Purged(contents);
        }
        finally
        {
            await RollBackAsync().ConfigureAwait(false); // does nothing after a commit
        }
    }

    private ScopeContents Contents(ScopeImage image)
    {
        if (image.Row.Version == 0)
            return ScopeContents.Nothing;
        var resources = Resources(image);
        return new(
            Count(image, "baton.runs WHERE live AND"),
            Count(image, "baton.runs WHERE NOT live AND"),
            Count(image, "baton.holds WHERE until IS NOT NULL AND"),
            resources.Count(one => one.Recorded),
            resources.Count(one => one.Paused),
            Count(image, "baton.records WHERE"),
            image.State.LastToken
        );
    }

    private long Count(ScopeImage image, string of)
    {
        var count = 0L;
        Send($"SELECT count(*) FROM {of} scope = $1", row => count = row.GetInt64(0), Exchange.Value(image.Row.Id));
        return count;
    }
}
