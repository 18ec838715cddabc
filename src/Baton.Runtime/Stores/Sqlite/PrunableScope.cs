using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>A scope in an open transaction, as pruning sees it.</summary>
internal sealed class PrunableScope(Database database, ScopeRow row) : IPrunable
{
    private readonly ScopeView _view = new(database, row);
    private readonly ScopeWriter _writer = new(database, row.Id);

    /// <inheritdoc/>
    public IScopeView View => _view;

    /// <inheritdoc/>
    public long Ended()
    {
        using var count = _view.Rent("SELECT count(*) FROM runs WHERE scope = ? AND free IS NOT NULL");
        return count.Step() ? count.Number(0) : 0;
    }

    // All are read before the first is dropped: a statement must not walk over rows that go under it.
    /// <inheritdoc/>
    public IReadOnlyList<(Run Run, Instant Free)> FreeBefore(Instant due, int limit)
    {
        using var find = _view.Rent(
            """
            SELECT id, free FROM runs WHERE scope = ? AND free IS NOT NULL AND free < ?
            ORDER BY free LIMIT ?
            """
        );
        find.Bind(due.Ticks).Bind(limit);
        var found = new List<(Run, Instant)>();
        while (find.Step())
            if (_view.Run(new RunId(find.Text(0))) is { } run)
                found.Add((run, new Instant(find.Number(1))));
        return found;
    }

    /// <inheritdoc/>
    public void Drop(RunId run) => _writer.Drop(run);

    /// <inheritdoc/>
    public AuditHead? LastBefore(Instant cutoff, int limit)
    {
        using var oldest = _view.Rent("SELECT number, hash, at FROM records WHERE scope = ? ORDER BY number LIMIT ?");
        oldest.Bind(limit);
        AuditHead? last = null;
        while (oldest.Step() && oldest.Number(2) < cutoff.Ticks)
            last = new(oldest.Number(0), oldest.Text(1));
        return last;
    }

    /// <inheritdoc/>
    public void DropEntries(long last)
    {
        using var delete = _view.Rent("DELETE FROM records WHERE scope = ? AND number <= ?");
        delete.Bind(last).Run();
    }
}
