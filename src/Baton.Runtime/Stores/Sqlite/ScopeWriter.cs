using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Writes rows of one scope, inside an open transaction.</summary>
internal sealed class ScopeWriter(Database database, long scope)
{
    /// <summary>Writes what changed, but for the scope's own row.</summary>
    public void Write(Change change)
    {
        switch (change)
        {
            case Change.PutScope:
                break;
            case Change.PutRun put:
                Write(put.Run, put.Before);
                break;
            case Change.PutHold put:
                Write(put.Hold);
                break;
            case Change.DropHold drop:
                using (var delete = Rent("DELETE FROM holds WHERE scope = ? AND resource = ? AND run = ?"))
                    delete.Bind(Fields.Key(drop.Hold.Resource)).Bind(drop.Hold.Run.Value).Run();
                break;
            case Change.PutResource put:
                Write(put.Resource);
                break;
            case Change.DropResource drop:
                using (var delete = Rent("DELETE FROM resources WHERE scope = ? AND name = ?"))
                    delete.Bind(Fields.Key(drop.Name)).Run();
                break;
            default:
                throw new UnreachableException($"a change that no store knows: {change}");
        }
    }

    /// <summary>Appends an audit entry.</summary>
    public void Write(AuditEntry entry, AuditFact fact)
    {
        var (at, run) = AuditEnd.SubjectOf(fact);
        using var insert = Rent(
            "INSERT INTO records(scope, number, at, run, previous, hash, body) VALUES(?, ?, ?, ?, ?, ?, ?)"
        );
        insert.Bind(entry.Number).Bind(at.Ticks).Bind(run?.Value).Bind(entry.Previous).Bind(entry.Hash);
        insert.Bind(entry.Body.Span).Run();
    }

    /// <summary>Forgets an ended run.</summary>
    public void Drop(RunId run)
    {
        using var delete = Rent("DELETE FROM runs WHERE scope = ? AND id = ?");
        delete.Bind(run.Value).Run();
    }

    private void Write(Run run, Run? before)
    {
        var body = RunBody.Write(run);
        using (
            var put = Rent(
                """
                INSERT INTO runs(scope, id, request, live, parent, standing, rank, arrival, next,
                  ended, free, took, workflow, url, external, body, sum)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(scope, id) DO UPDATE SET live = excluded.live, parent = excluded.parent,
                  standing = excluded.standing, rank = excluded.rank, arrival = excluded.arrival, next = excluded.next,
                  ended = excluded.ended, free = excluded.free, took = excluded.took, body = excluded.body, sum = excluded.sum
                """
            )
        )
        {
            var origin = run.Ask.Origin;
            put.Bind(run.Id.Value).Bind(run.Ask.Request.Value).Bind(run.IsLive ? run.Place.Arrival : null);
            put.Bind(run.IsLive ? run.Parent?.Value : null);
            BindNested(put, run);
            put.Bind(run.NextTime?.Ticks)
                .Bind(run.EndedAt?.Ticks)
                .Bind(RunIndex.FreeAt(run)?.Ticks)
                .Bind(RunIndex.Took(run)?.Ticks);
            put.Bind(origin.Workflow).Bind(origin.Url).Bind(origin.ExternalRunId);
            put.Bind(body).Bind(RowSum.Of(scope, body)).Run();
        }
        Queue(run, before);
    }

    private static void BindNested(Statement put, Run run)
    {
        var nested = RunIndex.NestedPlace(run);
        put.Bind(nested is { } place ? (long)place.Standing : null);
        put.Bind(nested?.Rank);
        put.Bind(nested?.Arrival);
    }

    /// <summary>Puts a waiting run into its lines, and takes it out of those that it left.</summary>
    private void Queue(Run run, Run? before)
    {
        var moves = LineMoves.Of(run, before);
        foreach (var need in moves.Left)
            Leave(need.Resource, before!.Place);
        foreach (var need in moves.Joined)
            Join(need.Resource, run);
    }

    private void Leave(ResourceName resource, Place place)
    {
        using var delete = Rent(
            "DELETE FROM waits WHERE scope = ? AND resource = ? AND standing = ? AND rank = ? AND arrival = ?"
        );
        delete.Bind(Fields.Key(resource)).Bind((long)place.Standing).Bind(place.Rank).Bind(place.Arrival).Run();
    }

    private void Join(ResourceName resource, Run run)
    {
        using var insert = Rent(
            "INSERT INTO waits(scope, resource, standing, rank, arrival, run) VALUES(?, ?, ?, ?, ?, ?)"
        );
        insert.Bind(Fields.Key(resource)).Bind((long)run.Place.Standing).Bind(run.Place.Rank).Bind(run.Place.Arrival);
        insert.Bind(run.Id.Value).Run();
    }

    private void Write(Hold hold)
    {
        var body = HoldBody.Write(hold);
        using var put = Rent(
            "INSERT OR REPLACE INTO holds(scope, resource, run, token, until, body, sum) VALUES(?, ?, ?, ?, ?, ?, ?)"
        );
        put.Bind(Fields.Key(hold.Resource)).Bind(hold.Run.Value).Bind(hold.Token).Bind(hold.Until?.Ticks);
        put.Bind(body).Bind(RowSum.Of(scope, body)).Run();
    }

    private void Write(Resource resource)
    {
        var body = ResourceBody.Write(resource);
        using var put = Rent("INSERT OR REPLACE INTO resources(scope, name, body, sum) VALUES(?, ?, ?, ?)");
        put.Bind(Fields.Key(resource.Name)).Bind(body).Bind(RowSum.Of(scope, body)).Run();
    }

    private Statement Rent(string sql) => database.Rent(sql).Bind(scope);
}
