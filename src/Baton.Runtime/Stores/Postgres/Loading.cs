using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// Brings into an image, in one message, what is wanted and what the engine will ask about it: the runs, what they need,
/// the fronts of those lines, the holds there, and whoever holds.
/// </summary>
internal sealed class Loading(ScopeImage image, Wanted wanted)
{
    private const int Front = 8,
        MostHolds = 64;

    // The resources that are asked for, and those that the asked runs need.
    private const string Names =
        "(SELECT DISTINCT unnest($3 || ARRAY(SELECT unnest(keys) FROM baton.runs WHERE scope = $1 AND id = ANY($2))) AS name) k";

    private const string Holders =
        "SELECT h.run FROM "
        + Names
        + " CROSS JOIN LATERAL (SELECT run FROM baton.holds WHERE scope = $1 AND resource = k.name AND until IS NULL "
        + "ORDER BY token, run LIMIT 16) h";

    // A few rows, each by its key. OFFSET keeps the server from making a join of it, which it would plan by what it believes
    // of the tables' sizes: a session that saw them empty would read all of them ever after.
    private static string Each(string select) => $"CROSS JOIN LATERAL ({select} OFFSET 0)";

    private readonly Dictionary<string, (List<Hold> Holds, List<Run> Line)> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<RunId, List<Run>> _inside = [];
    private readonly HashSet<RunId> _looked = [];
    private readonly List<Run> _nested = [];
    private readonly List<Run> _runsByTime = [];
    private readonly List<Hold> _holdsByTime = [];
    private bool _hasTimes;

    /// <summary>Adds the statements.</summary>
    /// <param name="exchange">The message.</param>
    /// <param name="scope">The scope's number.</param>
    public Loading Ask(Exchange exchange, long scope)
    {
        string[] runs = [.. wanted.Runs.Select(run => Rows.Column(run.Value)!)];
        string[] keys = [.. wanted.Resources.Select(Rows.Key)];
        NpgsqlParameter Scope() => Exchange.Value(scope);
        if (runs.Length > 0)
            exchange.Add(
                "SELECT id, body FROM baton.runs WHERE scope = $1 AND id = ANY($2)",
                row => Asked(RunAt(row, 0)),
                Scope(),
                Exchange.Value(runs)
            );
        if (wanted.Requests.Count > 0)
            exchange.Add(
                "SELECT id, body FROM baton.runs WHERE scope = $1 AND request = ANY($2)",
                row => _ = RunAt(row, 0),
                Scope(),
                Exchange.Value(wanted.Requests.Select(request => Rows.Column(request.Value)!).ToArray())
            );
        NpgsqlParameter[] All() => [Scope(), Exchange.Value(runs), Exchange.Value(keys)];
        exchange
            .Add(
                $"SELECT k.name, r.body FROM {Names} {Each("SELECT body FROM baton.resources WHERE scope = $1 AND name = k.name")} r",
                Keep,
                All()
            )
            .Add(
                $"""
                SELECT h.resource, h.body FROM {Names} CROSS JOIN LATERAL (
                  SELECT resource, token, run, body FROM baton.holds WHERE scope = $1 AND resource = k.name
                  ORDER BY token, run LIMIT {MostHolds}) h ORDER BY h.resource, h.token, h.run
                """,
                row => Found(row.GetString(0)).Holds.Add(Rows.Body(row, 1, HoldBody.Read)),
                All()
            )
            .Add(
                $"""
                SELECT w.resource, r.id, r.body FROM {Names} CROSS JOIN LATERAL (
                  SELECT resource, standing, rank, arrival, run FROM baton.waits WHERE scope = $1 AND resource = k.name
                  ORDER BY standing, rank, arrival LIMIT {Front}) w
                {Each("SELECT id, body FROM baton.runs WHERE scope = $1 AND id = w.run")} r
                ORDER BY w.resource, w.standing, w.rank, w.arrival
                """,
                row => Found(row.GetString(0)).Line.Add(RunAt(row, 1)),
                All()
            )
            .Add(
                $"SELECT r.id, r.body FROM ({Holders}) h {Each("SELECT id, body FROM baton.runs WHERE scope = $1 AND id = h.run")} r",
                row => _looked.Add(RunAt(row, 0).Id),
                All()
            )
            .Add(
                $"""
                SELECT r.id, r.body FROM (SELECT unnest($2) AS run UNION {Holders}) h
                {Each("SELECT id, body FROM baton.runs WHERE scope = $1 AND parent = h.run")} r
                """,
                row => Inside(RunAt(row, 0)),
                All()
            );
        return this;
    }

    /// <summary>Adds the statement for what every command looks at: who waits inside others, and what time will change.</summary>
    public Loading AskTimes(Exchange exchange, long scope)
    {
        _hasTimes = true;
        exchange.Add(
            $"""
            (SELECT 0, id, body FROM baton.runs WHERE scope = $1 AND standing IS NOT NULL
              ORDER BY standing, rank, arrival LIMIT {Front})
            UNION ALL (SELECT 1, id, body FROM baton.runs WHERE scope = $1 AND next IS NOT NULL ORDER BY next, id LIMIT {Front})
            UNION ALL (SELECT 2, run, body FROM baton.holds WHERE scope = $1 AND until IS NOT NULL
              ORDER BY until, resource, run LIMIT {Front})
            """,
            row =>
            {
                if (row.GetInt32(0) == 2)
                    _holdsByTime.Add(Rows.Body(row, 2, HoldBody.Read));
                else
                    (row.GetInt32(0) == 0 ? _nested : _runsByTime).Add(RunAt(row, 1));
            },
            Exchange.Value(scope)
        );
        return this;
    }

    /// <summary>Puts what came into the image.</summary>
    public void Finish()
    {
        foreach (var run in wanted.Runs)
            image.KnowNoRun(run);
        foreach (var request in wanted.Requests)
            image.KnowNoRequest(request);
        foreach (var name in wanted.Resources)
            Know(name);
        foreach (var run in wanted.Runs)
        foreach (var need in image.KnownRun(run)?.Ask.Needs ?? [])
            Know(need.Resource);
        foreach (var parent in _looked.Concat(wanted.Runs))
            image.Know(parent, _inside.GetValueOrDefault(parent) ?? []);
        if (!_hasTimes)
            return;
        _nested.Sort(Order.ByPlace);
        _runsByTime.Sort(Order.ByTime);
        _holdsByTime.Sort(Order.ByUntil);
        image.Know(_nested, _runsByTime, (_holdsByTime, Front));
    }

    private void Know(ResourceName name)
    {
        var key = Rows.Key(name);
        var (holds, line) = Found(key);
        image.Know(name, _resources.GetValueOrDefault(key), (holds, MostHolds), (line, Front));
    }

    private (List<Hold> Holds, List<Run> Line) Found(string key)
    {
        if (!_found.TryGetValue(key, out var found))
            _found[key] = found = ([], []);
        return found;
    }

    private void Keep(NpgsqlDataReader row) => _resources[row.GetString(0)] = Rows.Body(row, 1, ResourceBody.Read);

    private void Asked(Run run) => _looked.Add(run.Id);

    private void Inside(Run run)
    {
        if (run.Parent is not { } parent)
            return;
        if (!_inside.TryGetValue(parent, out var inside))
            _inside[parent] = inside = [];
        inside.Add(run);
    }

    private Run RunAt(NpgsqlDataReader row, int column) => image.RunAt(row, column);
}
