using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Fetching what lies behind what is known.</content>
internal sealed partial class ScopeImage
{
    private Hold? FetchHold(ResourceName name, RunId run)
    {
        Hold? found = null;
        Fetch(
            "SELECT body FROM baton.holds WHERE scope = $1 AND resource = $2 AND run = $3",
            row => found = Rows.Body(row, 0, HoldBody.Read),
            Exchange.Value(Rows.Key(name)),
            Exchange.Value(Rows.Column(run.Value)!)
        );
        return found;
    }

    private List<Run> NextInLine(ResourceName name, Run? last, int most) =>
        Runs(
            """
            SELECT r.id, r.body FROM baton.waits w JOIN baton.runs r ON r.scope = $1 AND r.id = w.run
            WHERE w.scope = $1 AND w.resource = $2 AND (w.standing, w.rank, w.arrival) > ($3, $4, $5)
            ORDER BY w.standing, w.rank, w.arrival LIMIT $6
            """,
            [Exchange.Value(Rows.Key(name)), .. Place(last), Exchange.Value(most)]
        );

    private List<Hold> NextHolds(ResourceName name, Hold? last, int most) =>
        Holds(
            """
            SELECT body FROM baton.holds WHERE scope = $1 AND resource = $2 AND (token, run) > ($3, $4)
            ORDER BY token, run LIMIT $5
            """,
            Exchange.Value(Rows.Key(name)),
            Exchange.Value(last?.Token ?? long.MinValue),
            Exchange.Value(Rows.Column(last?.Run.Value ?? "")!),
            Exchange.Value(most)
        );

    private List<Run> NextNested(Run? last, int most) =>
        Runs(
            """
            SELECT id, body FROM baton.runs WHERE scope = $1 AND standing IS NOT NULL
              AND (standing, rank, arrival) > ($2, $3, $4) ORDER BY standing, rank, arrival LIMIT $5
            """,
            [.. Place(last), Exchange.Value(most)]
        );

    private List<Run> NextRunsByTime(Run? last, int most) =>
        Runs(
            """
            SELECT id, body FROM baton.runs WHERE scope = $1 AND next IS NOT NULL AND (next, id) > ($2, $3)
            ORDER BY next, id LIMIT $4
            """,
            Exchange.Value(last?.NextTime?.Ticks ?? long.MinValue),
            Exchange.Value(Rows.Column(last?.Id.Value ?? "")!),
            Exchange.Value(most)
        );

    private List<Hold> NextHoldsByTime(Hold? last, int most) =>
        Holds(
            """
            SELECT body FROM baton.holds WHERE scope = $1 AND until IS NOT NULL AND (until, resource, run) > ($2, $3, $4)
            ORDER BY until, resource, run LIMIT $5
            """,
            Exchange.Value(last?.Until?.Ticks ?? long.MinValue),
            Exchange.Value(last is null ? "" : Rows.Key(last.Resource)),
            Exchange.Value(Rows.Column(last?.Run.Value ?? "")!),
            Exchange.Value(most)
        );

    private static NpgsqlParameter[] Place(Run? last) =>
        [
            Exchange.Value(last is null ? (short)-1 : (short)last.Place.Standing),
            Exchange.Value(last?.Place.Rank ?? long.MinValue),
            Exchange.Value(last?.Place.Arrival ?? long.MinValue),
        ];

    private List<Run> Runs(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var runs = new List<Run>();
        Fetch(sql, row => runs.Add(RunAt(row, 0)), parameters);
        return runs;
    }

    private List<Hold> Holds(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var holds = new List<Hold>();
        Fetch(sql, row => holds.Add(Rows.Body(row, 0, HoldBody.Read)), parameters);
        return holds;
    }

    private void Fetch(string sql, Action<NpgsqlDataReader> read, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        _source.Send(new Exchange().Add(sql, read, [Exchange.Value(Row.Id), .. parameters]), Row);
}
