using System.Globalization;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// Forgets what is over, a bounded piece at a time and inside the transaction that comes by: ended runs that are too old
/// or too many, and old audit entries. A run stays while anything of it lingers, while runs inside it live, and as long
/// as its request might be repeated.
/// </summary>
internal sealed class Pruning(Database database, ScopeRow row, Instant now)
{
    private const int RunsAtOnce = 512,
        EntriesAtOnce = 4096;

    private readonly ScopeView _view = new(database, row);

    /// <summary>Forgets ended runs.</summary>
    public void DropRuns(Retention retention)
    {
        var tooMany = Ended() - retention.Count;
        var writer = new ScopeWriter(database, row.Id);
        var due = now + -retention.Least;
        var old = now + -retention.Runs;
        foreach (var (run, free) in Candidates(due))
        {
            if (free >= old && tooMany <= 0)
                return;
            if (IsNeeded(run))
                continue;
            writer.Drop(run.Id);
            tooMany--;
        }
    }

    /// <summary>Forgets old audit entries; the last of them, if there are any, becomes the anchor.</summary>
    public Anchor? DropEntries(TimeSpan keep)
    {
        var last = LastBefore(now + -keep);
        if (last is null)
            return null;
        using var delete = _view.Rent("DELETE FROM records WHERE scope = ? AND number <= ?");
        delete.Bind(last.Number).Run();
        var policy = string.Create(CultureInfo.InvariantCulture, $"older than {keep.TotalDays:0.###} days");
        return new(last, policy, now);
    }

    private long Ended()
    {
        using var count = _view.Rent("SELECT count(*) FROM runs WHERE scope = ? AND free IS NOT NULL");
        return count.Step() ? count.Number(0) : 0;
    }

    // All are read before the first is dropped: a statement must not walk over rows that go under it.
    private List<(Run Run, Instant Free)> Candidates(Instant due)
    {
        using var find = _view.Rent(
            """
            SELECT id, free FROM runs WHERE scope = ? AND free IS NOT NULL AND free < ?
            ORDER BY free LIMIT ?
            """
        );
        find.Bind(due.Ticks).Bind(RunsAtOnce);
        var found = new List<(Run, Instant)>();
        while (find.Step())
            if (_view.Run(new RunId(find.Text(0))) is { } run)
                found.Add((run, new Instant(find.Number(1))));
        return found;
    }

    private bool IsNeeded(Run run) =>
        _view.Inside(run.Id).Any() || run.Ask.Needs.Any(need => _view.Hold(need.Resource, run.Id) is not null);

    private AuditHead? LastBefore(Instant cutoff)
    {
        using var oldest = _view.Rent("SELECT number, hash, at FROM records WHERE scope = ? ORDER BY number LIMIT ?");
        oldest.Bind(EntriesAtOnce);
        AuditHead? last = null;
        while (oldest.Step() && oldest.Number(2) < cutoff.Ticks)
            last = new(oldest.Number(0), oldest.Text(1));
        return last;
    }
}
