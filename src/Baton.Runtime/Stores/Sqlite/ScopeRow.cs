using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>A scope's own row.</summary>
/// <param name="Id">Its number in the database; none while it has no row.</param>
/// <param name="Body">What stands in it.</param>
internal sealed record ScopeRow(long Id, ScopeBody Body)
{
    /// <summary>No row has this number, so everything that is asked of it is empty.</summary>
    public const long None = -1;

    /// <summary>Reads the row of a scope; a scope in which nothing happened has none, and begins now.</summary>
    public static ScopeRow Read(Database database, string name, IScopeClock clock)
    {
        using (var find = database.Rent("SELECT id, body, sum FROM scopes WHERE name = ?").Bind(name))
            if (find.Step())
                return Read(database, name, find);
        // Before a scope counts as new, the whole table is looked through: a damaged name or index must not begin it anew.
        Row.Expect(database, !Names(database).Contains(name), "an index lacks a scope");
        return new(None, new(name, ScopeState.Empty, ClockReading.First(clock), AuditHead.None, null));
    }

    /// <summary>The names of all scopes, in order.</summary>
    public static IReadOnlyList<string> Names(Database database)
    {
        var names = new List<string>();
        using var all = database.Rent("SELECT id, body, sum, name FROM scopes NOT INDEXED");
        while (all.Step())
            names.Add(Read(database, all.Text(3), all).Body.Name);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Writes the row; gives it a number if it has none.</summary>
    public ScopeRow Write(Database database)
    {
        var id = Id == None ? Insert(database) : Id;
        var bytes = Body.Write();
        using var update = database.Rent("UPDATE scopes SET body = ?, sum = ? WHERE id = ?");
        update.Bind(bytes).Bind(RowSum.Of(id, bytes)).Bind(id).Run();
        return this with { Id = id };
    }

    private long Insert(Database database)
    {
        using var insert = database.Rent("INSERT INTO scopes(name, body, sum) VALUES(?, x'', 0)").Bind(Body.Name);
        insert.Run();
        return database.LastRow;
    }

    private static ScopeRow Read(Database database, string name, Statement row)
    {
        var id = row.Number(0);
        var body = Row.Read(database, id, row, (1, ScopeBody.Read));
        Row.Expect(database, body.Name == name, "a scope's row has another scope's name");
        return new(id, body);
    }
}
