using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>Statements that write rows of one scope, each with all rows of its table: a batch of many requests is no more of them.</summary>
internal sealed class Writing(Exchange exchange, long scope)
{
    private const char Separator = '\u001f'; // no name has a control character

    /// <summary>Takes holds away, and puts others.</summary>
    public void Holds(IReadOnlyList<Hold> gone, IReadOnlyList<Hold> put)
    {
        Add(
            gone.Count,
            """
            DELETE FROM baton.holds h USING unnest($2, $3) AS g(resource, run)
            WHERE h.scope = $1 AND h.resource = g.resource AND h.run = g.run
            """,
            [Each(gone, hold => Rows.Key(hold.Resource)), Each(gone, hold => Rows.Column(hold.Run.Value)!)]
        );
        Add(
            put.Count,
            """
            INSERT INTO baton.holds(scope, resource, run, token, until, body)
            SELECT $1, * FROM unnest($2, $3, $4, $5, $6)
            ON CONFLICT (scope, resource, run) DO UPDATE
            SET token = excluded.token, until = excluded.until, body = excluded.body
            """,
            [
                Each(put, hold => Rows.Key(hold.Resource)),
                Each(put, hold => Rows.Column(hold.Run.Value)!),
                Each(put, hold => hold.Token),
                Each(put, hold => hold.Until?.Ticks),
                Each(put, HoldBody.Write),
            ]
        );
    }

    /// <summary>Forgets resources, and puts others.</summary>
    public void Resources(IReadOnlyList<ResourceName> gone, IReadOnlyList<Resource> put)
    {
        Add(gone.Count, "DELETE FROM baton.resources WHERE scope = $1 AND name = ANY($2)", [Each(gone, Rows.Key)]);
        Add(
            put.Count,
            """
            INSERT INTO baton.resources(scope, name, body) SELECT $1, * FROM unnest($2, $3)
            ON CONFLICT (scope, name) DO UPDATE SET body = excluded.body
            """,
            [Each(put, resource => Rows.Key(resource.Name)), Each(put, ResourceBody.Write)]
        );
    }

    /// <summary>Puts runs.</summary>
    public void Runs(IReadOnlyList<Run> runs) =>
        Add(
            runs.Count,
            """
            INSERT INTO baton.runs(scope, id, request, keys, arrival, live, parent, standing, rank, next,
              ended, free, took, workflow, url, external, body)
            SELECT $1, id, request, string_to_array(keys, E'\x1f'), arrival, live, parent, standing, rank, next,
              ended, free, took, workflow, url, external, body
            FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
              AS r(id, request, keys, arrival, live, parent, standing, rank, next,
                ended, free, took, workflow, url, external, body)
            ON CONFLICT (scope, id) DO UPDATE SET arrival = excluded.arrival, live = excluded.live,
              parent = excluded.parent, standing = excluded.standing, rank = excluded.rank, next = excluded.next,
              ended = excluded.ended, free = excluded.free, took = excluded.took, body = excluded.body
            """,
            [
                Each(runs, run => Rows.Column(run.Id.Value)!),
                Each(runs, run => Rows.Column(run.Ask.Request.Value)!),
                Each(runs, KeysOf),
                Each(runs, run => run.Place.Arrival),
                Each(runs, run => run.IsLive),
                Each(runs, run => run.IsLive ? Rows.Column(run.Parent?.Value) : null),
                Each(runs, run => (long?)RunIndex.NestedPlace(run)?.Standing),
                Each(runs, run => RunIndex.NestedPlace(run)?.Rank),
                Each(runs, run => run.NextTime?.Ticks),
                Each(runs, run => run.EndedAt?.Ticks),
                Each(runs, run => RunIndex.FreeAt(run)?.Ticks),
                Each(runs, run => RunIndex.Took(run)?.Ticks),
                Each(runs, run => Rows.Column(run.Ask.Origin.Workflow)),
                Each(runs, run => Rows.Column(run.Ask.Origin.Url)),
                Each(runs, run => Rows.Column(run.Ask.Origin.ExternalRunId)),
                Each(runs, RunBody.Write),
            ]
        );

    /// <summary>Takes changed runs out of the lines that they left, and puts them into those that they joined.</summary>
    public void Lines(IReadOnlyList<Change.PutRun> runs)
    {
        List<(ResourceName Resource, Run Run)> left = [];
        List<(ResourceName Resource, Run Run)> joined = [];
        foreach (var put in runs)
        {
            var moves = LineMoves.Of(put.Run, put.Before);
            left.AddRange(moves.Left.Select(need => (need.Resource, put.Before!)));
            joined.AddRange(moves.Joined.Select(need => (need.Resource, put.Run)));
        }
        Add(
            left.Count,
            """
            DELETE FROM baton.waits w USING unnest($2, $3, $4, $5) AS g(resource, standing, rank, arrival)
            WHERE w.scope = $1 AND w.resource = g.resource AND w.standing = g.standing AND w.rank = g.rank
              AND w.arrival = g.arrival
            """,
            [.. Places(left)]
        );
        Add(
            joined.Count,
            """
            INSERT INTO baton.waits(scope, resource, standing, rank, arrival, run)
            SELECT $1, * FROM unnest($2, $3, $4, $5, $6)
            """,
            [.. Places(joined), Each(joined, one => Rows.Column(one.Run.Id.Value)!)]
        );
    }

    /// <summary>Appends audit entries.</summary>
    public void Entries(IReadOnlyList<(AuditEntry Entry, AuditFact Fact)> entries) =>
        Add(
            entries.Count,
            """
            INSERT INTO baton.records(scope, number, at, run, previous, hash, body)
            SELECT $1, * FROM unnest($2, $3, $4, $5, $6, $7)
            """,
            [
                Each(entries, one => one.Entry.Number),
                Each(entries, one => AuditEnd.SubjectOf(one.Fact).At.Ticks),
                Each(entries, one => Rows.Column(AuditEnd.SubjectOf(one.Fact).Run?.Value)),
                Each(entries, one => one.Entry.Previous),
                Each(entries, one => one.Entry.Hash),
                Each(entries, one => one.Entry.Body.ToArray()),
            ]
        );

    private static IEnumerable<NpgsqlParameter> Places(List<(ResourceName Resource, Run Run)> rows) =>
        [
            Each(rows, one => Rows.Key(one.Resource)),
            Each(rows, one => (short)one.Run.Place.Standing),
            Each(rows, one => one.Run.Place.Rank),
            Each(rows, one => one.Run.Place.Arrival),
        ];

    private static string KeysOf(Run run) =>
        string.Join(Separator, run.Ask.Needs.Select(need => Rows.Key(need.Resource)));

    private void Add(int count, string sql, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        if (count > 0)
            exchange.Add(sql, [Exchange.Value(scope), .. parameters]);
    }

    private static NpgsqlParameter Each<T, TColumn>(IEnumerable<T> rows, Func<T, TColumn> column) =>
        Exchange.Value(rows.Select(column).ToArray());
}
