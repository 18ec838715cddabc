using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// A scope as it stands inside an open transaction. Each member is one prepared statement over an index, stepped only as
/// far as it is read. What two rows say of one thing is compared where that costs nothing: SQLite notices a torn page,
/// and not a flipped bit in an index that hides a row.
/// </summary>
internal sealed class ScopeView(Database database, ScopeRow row) : IScopeView
{
    private readonly Dictionary<RunId, Run?> _runs = [];
    private readonly Dictionary<ResourceName, Resource?> _resources = [];

    /// <inheritdoc/>
    public ScopeState State => row.Body.State;

    /// <inheritdoc/>
    public Run? Run(RunId id)
    {
        if (_runs.TryGetValue(id, out var known))
            return known;
        using var find = Rent("SELECT body, sum FROM runs WHERE scope = ? AND id = ?").Bind(id.Value);
        var run = find.Step() ? Read(find, RunBody.Read) : null;
        Expect(run is null || run.Id == id, "a run's row has another run's id");
        return _runs[id] = run;
    }

    /// <inheritdoc/>
    public Run? RunOf(RequestId id)
    {
        using var find = Rent("SELECT body, sum FROM runs WHERE scope = ? AND request = ?").Bind(id.Value);
        var run = find.Step() ? Read(find, RunBody.Read) : null;
        Expect(run is null || run.Ask.Request == id, "a run's row has another request's id");
        return run;
    }

    /// <inheritdoc/>
    public Resource? Resource(ResourceName name)
    {
        if (_resources.TryGetValue(name, out var known))
            return known;
        var key = Fields.Key(name);
        Resource? resource;
        using (var find = Rent("SELECT body, sum FROM resources WHERE scope = ? AND name = ?").Bind(key))
            resource = find.Step() ? Read(find, ResourceBody.Read) : null;
        Expect(resource is null || resource.Name == name, "a resource's row has another resource's name");
        Expect(resource is not null || !IsUsed(key), $"a resource is held or waited for, and has no row: {name}");
        return _resources[name] = resource;
    }

    /// <inheritdoc/>
    public IEnumerable<Run> Line(ResourceName name)
    {
        var any = false;
        using var line = Rent(
                """
                SELECT run, standing, rank, arrival FROM waits WHERE scope = ? AND resource = ?
                ORDER BY standing, rank, arrival
                """
            )
            .Bind(Fields.Key(name));
        while (line.Step())
        {
            any = true;
            var run = Known(line.Text(0));
            var place = new Place((Standing)line.Number(1), line.Number(2), line.Number(3));
            Expect(run.State == RunState.Waiting && run.Place == place, "a place in a line is not the run's own");
            yield return run;
        }
        Expect(any || Resource(name) is not { Pending: > 0 }, $"nobody stands in a line that has somebody: {name}");
    }

    /// <inheritdoc/>
    public Hold? Hold(ResourceName name, RunId run)
    {
        using var find = Rent("SELECT body, sum FROM holds WHERE scope = ? AND resource = ? AND run = ?")
            .Bind(Fields.Key(name))
            .Bind(run.Value);
        var hold = find.Step() ? Read(find, HoldBody.Read) : null;
        Expect(hold is null || (hold.Resource == name && hold.Run == run), "a hold's row has another hold's name");
        return hold;
    }

    /// <inheritdoc/>
    public IEnumerable<Hold> Holds(ResourceName name)
    {
        var units = 0L;
        using var holds = Rent("SELECT body, sum FROM holds WHERE scope = ? AND resource = ? ORDER BY token, run")
            .Bind(Fields.Key(name));
        while (holds.Step())
        {
            var hold = Read(holds, HoldBody.Read);
            Expect(hold.Resource == name, "a hold's row has another resource's name");
            units += hold.Units;
            yield return hold;
        }
        Expect(units == (Resource(name)?.Held ?? 0), $"the holds on a resource are not all there: {name}");
    }

    /// <inheritdoc/>
    public IEnumerable<Run> Inside(RunId parent)
    {
        using var inside = Rent("SELECT id FROM runs WHERE scope = ? AND parent = ? ORDER BY id").Bind(parent.Value);
        while (inside.Step())
            yield return Known(inside.Text(0));
    }

    /// <inheritdoc/>
    public IEnumerable<Run> NestedWaiting()
    {
        using var nested = Rent(
            "SELECT id FROM runs WHERE scope = ? AND standing IS NOT NULL ORDER BY standing, rank, arrival"
        );
        while (nested.Step())
            yield return Known(nested.Text(0));
    }

    /// <inheritdoc/>
    public IEnumerable<Run> RunsByTime()
    {
        using var next = Rent("SELECT id FROM runs WHERE scope = ? AND next IS NOT NULL ORDER BY next, id");
        while (next.Step())
            yield return Known(next.Text(0));
    }

    /// <inheritdoc/>
    public IEnumerable<Hold> HoldsByTime()
    {
        using var holds = Rent(
            "SELECT body, sum FROM holds WHERE scope = ? AND until IS NOT NULL ORDER BY until, resource, run"
        );
        while (holds.Step())
            yield return Read(holds, HoldBody.Read);
    }

    /// <summary>The runs that a statement gives; its first parameter is the scope, its last the most that are wanted.</summary>
    internal IReadOnlyList<Run> Runs(string sql, int limit, params ReadOnlySpan<string?> parameters)
    {
        using var read = Rent(sql);
        foreach (var parameter in parameters)
            read.Bind(parameter);
        read.Bind(limit);
        var runs = new List<Run>();
        while (read.Step())
            runs.Add(Read(read, RunBody.Read));
        return runs;
    }

    /// <summary>All resources that have a row.</summary>
    internal IReadOnlyList<Resource> Resources()
    {
        using var read = Rent("SELECT body, sum FROM resources WHERE scope = ?");
        var resources = new List<Resource>();
        while (read.Step())
            resources.Add(Read(read, ResourceBody.Read));
        return resources;
    }

    /// <summary>Rents a statement whose first parameter is the scope.</summary>
    internal Statement Rent(string sql) => database.Rent(sql).Bind(row.Id);

    private Run Known(string id) =>
        Run(new RunId(id)) ?? throw Fault.Corrupt(database.Path, $"a run is named that has no row: {id}");

    private bool IsUsed(string key)
    {
        using var held = Rent("SELECT 1 FROM holds WHERE scope = ? AND resource = ? LIMIT 1").Bind(key);
        using var waited = Rent("SELECT 1 FROM waits WHERE scope = ? AND resource = ? LIMIT 1").Bind(key);
        return held.Step() || waited.Step();
    }

    private T Read<T>(Statement statement, Func<ReadOnlyMemory<byte>, T> body) =>
        Row.Read(database, row.Id, statement, (0, body));

    private void Expect(bool agrees, string what) => Row.Expect(database, agrees, what);
}
