using Baton.Runtime.Stores.Moving;

namespace Baton.Runtime.Stores.Sqlite;

/// <content>Remaking.</content>
public sealed partial class SqliteScope
{
    /// <inheritdoc/>
    public async ValueTask<ScopeStanding> RemakeAsync(
        Func<ScopeStanding, Remaking?> remake,
        CancellationToken cancellation
    )
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var place = await _line.EnterAsync(_settings.Patience, cancellation).ConfigureAwait(false);
            return Transact(Begin.ToWrite, () => Remake(remake), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    private ScopeStanding Remake(Func<ScopeStanding, Remaking?> remake)
    {
        var row = ScopeRow.Read(_database, Scope, _settings.Clock);
        var view = new ScopeView(_database, row);
        var standing = new ScopeStanding(row.Body, row.Body.Clock.Next(_settings.Clock), [.. Live(view)]);
        _database.Reclaim();
        if (remake(standing) is not { } remaking)
            return standing;
        var stored = row.Id == ScopeRow.None ? row.Write(_database) : row;
        var writer = new ScopeWriter(_database, stored.Id);
        if (remaking.Content is { } content)
        {
            new ScopePurge(_database, new ScopeView(_database, stored)).Clear();
            foreach (var change in content.Changes)
                writer.Write(change);
            foreach (var entry in content.Entries)
                writer.Write(entry, entry.Fact);
        }
        writer.Write(remaking.Entry, remaking.Fact);
        _ = (stored with { Body = remaking.Body }).Write(_database);
        _database.Execute("COMMIT");
        return standing;
    }
}
