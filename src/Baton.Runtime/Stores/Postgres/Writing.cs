using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Statements that write rows of one scope. What finds a row by its key is a statement for each: its plan is the same
/// whatever the server believes of the table's size.
/// </summary>
internal sealed class Writing(Exchange exchange, long scope)
{
    private const char Separator = '\u001f'; // no name has a control character

    private static readonly Table<Hold> HoldTable = new(
        "baton.holds(scope, resource, run, token, until, body)",
        """
        ON CONFLICT (scope, resource, run) DO UPDATE
        SET token = excluded.token, until = excluded.until, body = excluded.body
        """,
        Column<Hold>.Text(hold => Rows.Key(hold.Resource)),
        Column<Hold>.Text(hold => Rows.Column(hold.Run.Value)),
        Column<Hold>.Number(hold => hold.Token),
        Column<Hold>.Number(hold => hold.Until?.Ticks),
        Column<Hold>.Bytes(HoldBody.Write)
    );

    private static readonly Table<Resource> ResourceTable = new(
        "baton.resources(scope, name, body)",
        "ON CONFLICT (scope, name) DO UPDATE SET body = excluded.body",
        Column<Resource>.Text(resource => Rows.Key(resource.Name)),
        Column<Resource>.Bytes(ResourceBody.Write)
    );

    private static readonly Table<Run> RunTable = new(
        """
        baton.runs(scope, id, request, keys, arrival, live, parent, standing, rank, next,
          ended, free, took, workflow, url, external, body)
        """,
        "",
        Column<Run>.Text(run => Rows.Column(run.Id.Value)),
        Column<Run>.Text(run => Rows.Column(run.Ask.Request.Value)),
        Column<Run>.Text(KeysOf, name => $"string_to_array({name}, E'\\x1f')"),
        Column<Run>.Number(run => run.Place.Arrival),
        Column<Run>.Flag(run => run.IsLive),
        Column<Run>.Text(run => run.IsLive ? Rows.Column(run.Parent?.Value) : null),
        Column<Run>.Number(run => (long?)RunIndex.NestedPlace(run)?.Standing),
        Column<Run>.Number(run => RunIndex.NestedPlace(run)?.Rank),
        Column<Run>.Number(run => run.NextTime?.Ticks),
        Column<Run>.Number(run => run.EndedAt?.Ticks),
        Column<Run>.Number(run => RunIndex.FreeAt(run)?.Ticks),
        Column<Run>.Number(run => RunIndex.Took(run)?.Ticks),
        Column<Run>.Text(run => Rows.Column(run.Ask.Origin.Workflow)),
        Column<Run>.Text(run => Rows.Column(run.Ask.Origin.Url)),
        Column<Run>.Text(run => Rows.Column(run.Ask.Origin.ExternalRunId)),
        Column<Run>.Bytes(RunBody.Write)
    );

    // What of a run may change, in the order of the statement below.
    private static readonly Column<Run>[] RunChanges =
    [
        Column<Run>.Text(run => Rows.Column(run.Id.Value)),
        Column<Run>.Number(run => run.Place.Arrival),
        Column<Run>.Flag(run => run.IsLive),
        Column<Run>.Text(run => run.IsLive ? Rows.Column(run.Parent?.Value) : null),
        Column<Run>.Number(run => (long?)RunIndex.NestedPlace(run)?.Standing),
        Column<Run>.Number(run => RunIndex.NestedPlace(run)?.Rank),
        Column<Run>.Number(run => run.NextTime?.Ticks),
        Column<Run>.Number(run => run.EndedAt?.Ticks),
        Column<Run>.Number(run => RunIndex.FreeAt(run)?.Ticks),
        Column<Run>.Number(run => RunIndex.Took(run)?.Ticks),
        Column<Run>.Bytes(RunBody.Write),
    ];

    private static readonly Table<(Need Need, Run Run)> LineTable = new(
        "baton.waits(scope, resource, standing, rank, arrival, run)",
        "",
        Column<(Need Need, Run Run)>.Text(one => Rows.Key(one.Need.Resource)),
        Column<(Need Need, Run Run)>.Number(one => (long)one.Run.Place.Standing),
        Column<(Need Need, Run Run)>.Number(one => one.Run.Place.Rank),
        Column<(Need Need, Run Run)>.Number(one => one.Run.Place.Arrival),
        Column<(Need Need, Run Run)>.Text(one => Rows.Column(one.Run.Id.Value))
    );

    private static readonly Table<(AuditEntry Entry, AuditFact Fact)> EntryTable = new(
        "baton.records(scope, number, at, run, previous, hash, body)",
        "",
        Column<(AuditEntry Entry, AuditFact Fact)>.Number(one => one.Entry.Number),
        Column<(AuditEntry Entry, AuditFact Fact)>.Number(one => AuditEnd.SubjectOf(one.Fact).At.Ticks),
        Column<(AuditEntry Entry, AuditFact Fact)>.Text(one => Rows.Column(AuditEnd.SubjectOf(one.Fact).Run?.Value)),
        Column<(AuditEntry Entry, AuditFact Fact)>.Text(one => one.Entry.Previous),
        Column<(AuditEntry Entry, AuditFact Fact)>.Text(one => one.Entry.Hash),
        Column<(AuditEntry Entry, AuditFact Fact)>.Bytes(one => one.Entry.Body.ToArray())
    );

    /// <summary>Takes holds away, and forgets resources.</summary>
    public void Drop(IEnumerable<Hold> holds, IEnumerable<ResourceName> resources)
    {
        foreach (var hold in holds)
            Add(
                "DELETE FROM baton.holds WHERE scope = $1 AND resource = $2 AND run = $3",
                Exchange.Value(Rows.Key(hold.Resource)),
                Exchange.Value(Rows.Column(hold.Run.Value)!)
            );
        foreach (var name in resources)
            Add("DELETE FROM baton.resources WHERE scope = $1 AND name = $2", Exchange.Value(Rows.Key(name)));
    }

    /// <summary>Puts holds and resources.</summary>
    public void Put(IReadOnlyList<Hold> holds, IReadOnlyList<Resource> resources)
    {
        HoldTable.Write(exchange, scope, holds);
        ResourceTable.Write(exchange, scope, resources);
    }

    /// <summary>Adds runs and changes others. One that is added and is there already is in the way of everything.</summary>
    public void Runs(IReadOnlyList<Change.PutRun> puts)
    {
        RunTable.Write(exchange, scope, [.. puts.Where(put => put.Before is null).Select(put => put.Run)]);
        foreach (var put in puts)
            if (put.Before is not null)
                Add(
                    """
                    UPDATE baton.runs SET arrival = $3, live = $4, parent = $5, standing = $6, rank = $7, next = $8,
                      ended = $9, free = $10, took = $11, body = $12
                    WHERE scope = $1 AND id = $2
                    """,
                    [.. RunChanges.Select(column => column.One(put.Run))]
                );
    }

    /// <summary>Takes changed runs out of the lines that they left, and puts them into those that they joined.</summary>
    public void Lines(IReadOnlyList<Change.PutRun> puts)
    {
        List<(Need Need, Run Run)> joined = [];
        foreach (var put in puts)
        {
            var moves = LineMoves.Of(put.Run, put.Before);
            foreach (var need in moves.Left)
                Leave(need.Resource, put.Before!);
            joined.AddRange(moves.Joined.Select(need => (need, put.Run)));
        }
        LineTable.Write(exchange, scope, joined);
    }

    /// <summary>Appends audit entries.</summary>
    public void Entries(IReadOnlyList<(AuditEntry Entry, AuditFact Fact)> entries) =>
        EntryTable.Write(exchange, scope, entries);

    private void Leave(ResourceName resource, Run run) =>
        Add(
            """
            DELETE FROM baton.waits
            WHERE scope = $1 AND resource = $2 AND standing = $3 AND rank = $4 AND arrival = $5
            """,
            Exchange.Value(Rows.Key(resource)),
            Exchange.Value((short)run.Place.Standing),
            Exchange.Value(run.Place.Rank),
            Exchange.Value(run.Place.Arrival)
        );

    private static string KeysOf(Run run) =>
        string.Join(Separator, run.Ask.Needs.Select(need => Rows.Key(need.Resource)));

    private void Add(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        exchange.Add(sql, [Exchange.Value(scope), .. parameters]);
}
