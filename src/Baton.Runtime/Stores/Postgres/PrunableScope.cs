using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>A scope whose row is locked, as pruning sees it.</summary>
/// <param name="image">The scope before the outcome that is to be written.</param>
/// <param name="connection">The connection that has the lock.</param>
/// <param name="ending">How many runs that outcome ends: they count already.</param>
/// <param name="cancellation">Calls it off.</param>
internal sealed class PrunableScope(
    ScopeImage image,
    NpgsqlConnection connection,
    int ending,
    CancellationToken cancellation
) : IPrunable
{
    /// <inheritdoc/>
    public IScopeView View => image;

    private NpgsqlParameter Scope => Exchange.Value(image.Row.Id);

    /// <inheritdoc/>
    public long Ended()
    {
        var ended = 0L;
        Send(
            "SELECT count(*) FROM baton.runs WHERE scope = $1 AND free IS NOT NULL",
            row => ended = row.GetInt64(0),
            Scope
        );
        return ended + ending;
    }

    /// <inheritdoc/>
    public IReadOnlyList<(Run Run, Instant Free)> FreeBefore(Instant due, int limit)
    {
        var found = new List<(Run, Instant)>();
        Send(
            """
            SELECT id, body, free FROM baton.runs WHERE scope = $1 AND free IS NOT NULL AND free < $2
            ORDER BY free LIMIT $3
            """,
            row => found.Add((image.RunAt(row, 0), new Instant(row.GetInt64(2)))),
            Scope,
            Exchange.Value(due.Ticks),
            Exchange.Value(limit)
        );
        return found;
    }

    /// <inheritdoc/>
    public void Drop(RunId run) =>
        Send(
            "DELETE FROM baton.runs WHERE scope = $1 AND id = $2",
            null,
            Scope,
            Exchange.Value(Rows.Column(run.Value)!)
        );

    /// <inheritdoc/>
    public AuditHead? LastBefore(Instant cutoff, int limit)
    {
        AuditHead? last = null;
        var isOver = false;
        Send(
            "SELECT number, hash, at FROM baton.records WHERE scope = $1 ORDER BY number LIMIT $2",
            row =>
            {
                isOver |= row.GetInt64(2) >= cutoff.Ticks;
                if (!isOver)
                    last = new(row.GetInt64(0), row.GetString(1));
            },
            Scope,
            Exchange.Value(limit)
        );
        return last;
    }

    /// <inheritdoc/>
    public void DropEntries(long last) =>
        Send("DELETE FROM baton.records WHERE scope = $1 AND number <= $2", null, Scope, Exchange.Value(last));

    private void Send(string sql, Action<NpgsqlDataReader>? read, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        new Exchange().Add(sql, read, parameters).Send(connection, cancellation);
}
