using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Takes everything out of a scope but its own row, inside an open transaction.</summary>
internal sealed class ScopePurge(Database database, ScopeView view)
{
    private static readonly string[] Emptying =
    [
        "DELETE FROM runs WHERE scope = ?",
        "DELETE FROM waits WHERE scope = ?",
        "DELETE FROM holds WHERE scope = ?",
        "DELETE FROM resources WHERE scope = ?",
        "DELETE FROM records WHERE scope = ?",
    ];

    /// <summary>What is in it.</summary>
    public ScopeContents Contents()
    {
        var resources = view.Resources().ToList();
        return new(
            Count("SELECT count(*) FROM runs WHERE scope = ? AND live IS NOT NULL"),
            Count("SELECT count(*) FROM runs WHERE scope = ? AND live IS NULL"),
            Count("SELECT count(*) FROM holds WHERE scope = ? AND until IS NOT NULL"),
            resources.Count(one => one.Recorded),
            resources.Count(one => one.Paused),
            Count("SELECT count(*) FROM records WHERE scope = ?"),
            view.State.LastToken
        );
    }

    /// <summary>Empties it. The token, the time and the numbers of the audit go on from where they are.</summary>
    public void Empty(ScopeRow row, PurgeOrder order, ClockReading clock)
    {
        foreach (var statement in Emptying)
        {
            using var delete = view.Rent(statement);
            delete.Run();
        }
        var fact = new AuditFact.Pruned(new Anchor(row.Body.Head, order.Policy, clock.Time));
        var body = new AuditBody(fact, new DateTimeOffset(clock.WallTicks, TimeSpan.Zero)).Write();
        var entry = AuditChain.Follow(row.Body.Name, row.Body.Head, body);
        new ScopeWriter(database, row.Id).Write(entry, fact);
        var state = row.Body.State with { Version = row.Body.State.Version + 1, Time = clock.Time };
        var emptied = row.Body with { State = state, Clock = clock, Head = entry.Head, Anchor = fact.Anchor };
        _ = (row with { Body = emptied }).Write(database);
    }

    private long Count(string sql)
    {
        using var count = view.Rent(sql);
        return count.Step() ? count.Number(0) : 0;
    }
}
