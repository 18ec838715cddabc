using Baton.Runtime.Stores.Stored;

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
        Clear();
        var emptied = Emptied.Of(row.Body, order, clock);
        new ScopeWriter(database, row.Id).Write(emptied.Entry, emptied.Fact);
        _ = (row with { Body = emptied.Body }).Write(database);
    }

    /// <summary>Takes all out of it.</summary>
    public void Clear()
    {
        foreach (var statement in Emptying)
        {
            using var delete = view.Rent(statement);
            delete.Run();
        }
    }

    private long Count(string sql)
    {
        using var count = view.Rent(sql);
        return count.Step() ? count.Number(0) : 0;
    }
}
