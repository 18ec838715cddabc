using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Applying;

/// <summary>
/// A scope as it will be: what is read from the view, with the changes made so far laid over it. It keeps the counts of
/// resources right and notes which lines may have moved, so that no rule has to remember to.
/// </summary>
internal sealed partial class Draft(IScopeView view) : IScopeView
{
    private readonly Rows<RunId, RunRow> _runs = new();
    private readonly Rows<ResourceName, ResourceRow> _resources = new();
    private readonly List<Row> _changed = new(8);
    private Rows<RequestId, RunRow>? _arrived;
    private readonly Overlay<Run> _nested = new(view.NestedWaiting(), Order.ByPlace);
    private readonly Overlay<Run> _runsByTime = new(view.RunsByTime(), Order.ByTime);
    private readonly Overlay<Hold> _holdsByTime = new(view.HoldsByTime(), Order.ByUntil);
    private readonly List<Record> _records = new(2);
    private Queue<ResourceName>? _touched;
    private Queue<RunId>? _free;

    public ScopeState State { get; private set; } = view.State;

    /// <summary>The instant at which the present change happens.</summary>
    public Instant Now { get; private set; } = view.State.Time;

    /// <summary>Whether a run was there before this outcome.</summary>
    public bool IsStored(RunId id) => view.Run(id) is not null;

    /// <summary>Lets time go on; it never goes back.</summary>
    public void AdvanceTo(Instant now) => Now = Instant.Later(Now, now);

    /// <summary>The number of the next arrival.</summary>
    public long NextArrival()
    {
        State = State with { Arrivals = State.Arrivals + 1 };
        return State.Arrivals;
    }

    /// <summary>The next token, above all that were given and above a floor.</summary>
    public long NextToken(long above = 0)
    {
        State = State with { LastToken = Math.Max(State.LastToken, above) + 1 };
        return State.LastToken;
    }

    /// <summary>Sets the scope's aging, which its first request does.</summary>
    public void SetAging(TimeSpan aging) => State = State with { Aging = aging };

    /// <summary>Writes a run, and moves the counts of the resources that it waits or waited for.</summary>
    public void Put(Run run)
    {
        var before = Write(run);
        if (before is not null && Waits(before) == Waits(run) && before.Place == run.Place && before.Leads == run.Leads)
            return;
        if (Waits(run))
            CountPending(run, +1);
        if (before is not null && Waits(before))
            CountPending(before, -1);
        if (run is { State: RunState.Waiting, Needs.Count: 0 } && run.Place.Standing != Standing.Dormant)
            (_free ??= []).Enqueue(run.Id);
    }

    /// <summary>Writes a hold and counts it.</summary>
    public void Put(Hold hold)
    {
        var row = RowOf(hold.Resource, hold.Run);
        var before = row.Now;
        Write(row, hold);
        Count(hold.Resource, hold.Units - (before?.Units ?? 0), 0);
        if (hold.Resource.Kind == ResourceKind.Key)
            TouchLinesOf(hold.Resource);
    }

    /// <summary>Notes that whoever stands in a line may now reserve other things, or no longer.</summary>
    public void TouchLinesOf(ResourceName name)
    {
        foreach (var run in Line(name).ToList())
        foreach (var need in run.Needs)
            Touch(need.Resource);
    }

    /// <summary>Takes a hold away.</summary>
    public void Drop(Hold hold)
    {
        Write(RowOf(hold), null);
        Count(hold.Resource, -hold.Units, 0);
    }

    /// <summary>Writes a resource's settings or pause; a resource that nothing speaks for is forgotten.</summary>
    public void Put(Resource resource)
    {
        Write(RowOf(resource.Name), resource.IsForgettable ? null : resource);
        Touch(resource.Name);
    }

    /// <summary>Makes the resource of a need exist, with the need's settings if nothing else says otherwise.</summary>
    public Resource Adopt(Need need)
    {
        if (Resource(need.Resource) is { IsVacant: false } known)
            return known;
        var fresh = ResourceFor(need) ?? new Resource(need.Resource, need.Settings);
        Write(RowOf(need.Resource), fresh);
        return fresh;
    }

    /// <summary>Notes that the front of a line may have moved.</summary>
    public void Touch(ResourceName name)
    {
        _touched ??= new(1);
        if (!_touched.Contains(name))
            _touched.Enqueue(name);
    }

    /// <summary>Whether a line may have moved.</summary>
    public bool HasTouched => _touched is { Count: > 0 } || _free is { Count: > 0 };

    /// <summary>The next line that may have moved.</summary>
    public bool TryNextTouched(out ResourceName name)
    {
        name = default;
        return _touched is not null && _touched.TryDequeue(out name);
    }

    /// <summary>The next waiting run that stands in no line.</summary>
    public bool TryNextFree(out RunId run)
    {
        run = default;
        return _free is not null && _free.TryDequeue(out run);
    }

    /// <summary>Adds an audit record about a run.</summary>
    public void Tell(RecordKind kind, Run run, Reason? reason, ResourceName? resource = null) =>
        _records.Add(
            new Record(kind, Now, run.Id, resource, reason)
            {
                Token = run.Token,
                Conclusion = run.Conclusion,
                Origin = Introduces(run) ? run.Ask.Origin : null,
            }
        );

    /// <summary>Adds any audit record.</summary>
    public void Tell(Record record) => _records.Add(record);

    /// <summary>All that was changed and told, with the answers.</summary>
    public Outcome Close(IReadOnlyList<Decision> decisions)
    {
        var changes = Changes();
        return new(decisions, changes, _records, NextMoment());
    }

    /// <summary>Runs, then holds, then resources, each in the order in which they first changed; the scope is last.</summary>
    private List<Change> Changes()
    {
        var changes = new List<Change>(_changed.Count + 1);
        foreach (var kind in (ReadOnlySpan<RowKind>)[RowKind.Run, RowKind.Hold, RowKind.Resource])
        foreach (var row in _changed)
            if (row.Kind == kind && row.Change() is { } change)
                changes.Add(change);
        if (changes.Count == 0 && _records.Count == 0)
            return changes;
        State = State with { Version = view.State.Version + 1, Time = Now };
        changes.Add(new Change.PutScope(State));
        return changes;
    }

    private static bool Waits(Run run) => run is { State: RunState.Waiting, Leads: true };

    private void CountPending(Run run, int by)
    {
        foreach (var need in run.Needs)
            Count(need.Resource, 0, by);
    }

    private void Count(ResourceName name, int held, int pending)
    {
        var resource = Resource(name) ?? throw new InvalidOperationException($"resource '{name}' is not known");
        Put(resource with { Held = resource.Held + held, Pending = resource.Pending + pending });
    }

    private bool Introduces(Run run)
    {
        var row = RowOf(run.Id);
        var first = !row.IsIntroduced;
        row.IsIntroduced = true;
        return first;
    }
}
