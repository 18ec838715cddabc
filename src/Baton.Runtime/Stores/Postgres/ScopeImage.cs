using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// A scope as it is at one version, as far as somebody has read it. What the engine asks for and isn't there is fetched.
/// After a commit of this process's own the image follows it, and is good for the next decision without any reading.
/// </summary>
internal sealed partial class ScopeImage : IScopeView
{
    private readonly Source _source;
    private readonly Dictionary<RunId, Run?> _runs = [];
    private readonly Dictionary<RequestId, RunId?> _requests = [];
    private readonly Dictionary<ResourceName, ResourceImage> _resources = [];
    private readonly Dictionary<RunId, List<Run>> _inside = [];
    private readonly Pages<Run> _nested;
    private readonly Pages<Run> _runsByTime;
    private readonly Pages<Hold> _holdsByTime;

    public ScopeImage(ScopeRow row, Source source)
    {
        (Row, _source) = (row, source);
        _nested = new(Order.ByPlace, NextNested);
        _runsByTime = new(Order.ByTime, NextRunsByTime);
        _holdsByTime = new(Order.ByUntil, NextHoldsByTime);
    }

    /// <summary>The scope's own row.</summary>
    public ScopeRow Row { get; set; }

    /// <summary>How many runs it has in memory.</summary>
    public int Size => _runs.Count;

    /// <summary>What was asked for one by one, so that the next reading asks for it at once.</summary>
    public Wanted Lacked { get; } = new();

    /// <inheritdoc/>
    public ScopeState State => Row.Body.State;

    private bool IsNew => Row.Id == ScopeRow.None;

    /// <inheritdoc/>
    public Run? Run(RunId id)
    {
        if (IsNew || _runs.TryGetValue(id, out var known))
            return _runs.GetValueOrDefault(id);
        Lacked.Runs.Add(id);
        Load(Wanted.Of(id));
        return _runs[id];
    }

    /// <inheritdoc/>
    public Run? RunOf(RequestId id)
    {
        if (!IsNew && !_requests.ContainsKey(id))
            Load(new Wanted { Requests = { id } });
        return _requests.GetValueOrDefault(id) is { } run ? Run(run) : null;
    }

    /// <inheritdoc/>
    public Resource? Resource(ResourceName name) => Known(name)?.Row;

    /// <inheritdoc/>
    public IEnumerable<Run> Line(ResourceName name) => Known(name)?.Line ?? Enumerable.Empty<Run>();

    /// <inheritdoc/>
    public Hold? Hold(ResourceName name, RunId run)
    {
        if (Known(name) is not { } known)
            return null;
        var held = known.Holds.Find(hold => hold.Run == run);
        return held is not null || known.Holds.IsWhole ? held : FetchHold(name, run);
    }

    /// <inheritdoc/>
    public IEnumerable<Hold> Holds(ResourceName name) => Known(name)?.Holds ?? Enumerable.Empty<Hold>();

    /// <inheritdoc/>
    public IEnumerable<Run> Inside(RunId parent)
    {
        if (IsNew)
            return [];
        if (!_inside.ContainsKey(parent))
            Load(Wanted.Of(parent));
        return _inside[parent];
    }

    /// <inheritdoc/>
    public IEnumerable<Run> NestedWaiting() => IsNew ? [] : _nested;

    /// <inheritdoc/>
    public IEnumerable<Run> RunsByTime() => IsNew ? [] : _runsByTime;

    /// <inheritdoc/>
    public IEnumerable<Hold> HoldsByTime() => IsNew ? [] : _holdsByTime;

    /// <summary>The run in a row that has its id at a column and its body in the next.</summary>
    public Run RunAt(NpgsqlDataReader row, int column)
    {
        var id = new RunId(row.GetString(column));
        if (_runs.GetValueOrDefault(id) is { } known)
            return known;
        var run = Rows.Body(row, column + 1, RunBody.Read);
        Keep(run);
        return run;
    }

    /// <summary>A run that is in memory.</summary>
    public Run? KnownRun(RunId id) => _runs.GetValueOrDefault(id);

    private ResourceImage? Known(ResourceName name)
    {
        if (IsNew)
            return null;
        if (_resources.TryGetValue(name, out var known))
            return known;
        Lacked.Resources.Add(name);
        Load(Wanted.Of(name));
        return _resources[name];
    }

    private void Load(Wanted wanted)
    {
        var exchange = new Exchange();
        var loading = new Loading(this, wanted).Ask(exchange, Row.Id);
        _source.Send(exchange, Row);
        loading.Finish();
    }

    private void Keep(Run run)
    {
        _runs[run.Id] = run;
        _requests[run.Ask.Request] = run.Id;
    }
}
