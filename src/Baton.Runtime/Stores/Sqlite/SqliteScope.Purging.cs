using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Sqlite;

/// <content>Purging.</content>
public sealed partial class SqliteScope : ITendedScope
{
    /// <inheritdoc/>
    public ValueTask<ScopeContents> ContentsAsync(CancellationToken cancellation) =>
        HistoryAsync(view => new ScopePurge(_database, view).Contents(), cancellation);

    /// <inheritdoc/>
    public async ValueTask<PurgeAnswer> PurgeAsync(PurgeOrder order, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var place = await _line.EnterAsync(_settings.Patience, cancellation).ConfigureAwait(false);
            _database.Execute("PRAGMA secure_delete = ON");
            var answer = Transact(Begin.ToWrite, () => Purge(order), cancellation);
            if (answer is PurgeAnswer.Purged)
                Shrink();
            return answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    private PurgeAnswer Purge(PurgeOrder order)
    {
        var row = ScopeRow.Read(_database, Scope, _settings.Clock);
        if (row.Id == ScopeRow.None)
            return new PurgeAnswer.Purged(ScopeContents.Nothing);
        var view = new ScopeView(_database, row);
        List<Run> inTheWay = [.. Live(view), .. order.MayLive(view)];
        _database.Reclaim();
        if (inTheWay.Count > 0)
            return new PurgeAnswer.Refused(inTheWay);
        var purge = new ScopePurge(_database, view);
        var contents = purge.Contents();
        purge.Empty(row, order, row.Body.Clock.Next(_settings.Clock));
        _database.Execute("COMMIT");
        return new PurgeAnswer.Purged(contents);
    }

    // The file gives back what it doesn't need any more, if nobody else is reading just now; else at some later time.
    private void Shrink()
    {
        _database.WaitForLocks(_settings.Patience / 4); // nobody is asked again: what isn't given back now stays for long
        try
        {
            _database.Execute("VACUUM");
            _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreException)
        {
            // What was purged is purged: that is committed.
        }
        finally
        {
            _database.WaitForLocks(TimeSpan.Zero);
        }
    }
}
