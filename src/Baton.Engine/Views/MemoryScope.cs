using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Views;

/// <summary>A scope in memory, with every index that the engine reads. Not for several threads at once.</summary>
public sealed class MemoryScope : IScopeView
{
    private static readonly Comparer<Run> ByPlace = Comparer<Run>.Create(
        (one, other) => one.Place.CompareTo(other.Place)
    );
    private static readonly Comparer<Run> ByTime = Comparer<Run>.Create(CompareTimes);
    private static readonly Comparer<Hold> ByToken = Comparer<Hold>.Create(CompareTokens);
    private static readonly Comparer<Hold> ByUntil = Comparer<Hold>.Create(CompareEnds);

    private readonly Dictionary<RunId, Run> _runs = [];
    private readonly Dictionary<RequestId, RunId> _requests = [];
    private readonly Dictionary<ResourceName, Resource> _resources = [];
    private readonly Dictionary<ResourceName, SortedSet<Run>> _lines = [];
    private readonly Dictionary<(ResourceName, RunId), Hold> _holds = [];
    private readonly Dictionary<ResourceName, SortedSet<Hold>> _held = [];
    private readonly Dictionary<RunId, SortedSet<RunId>> _inside = [];
    private readonly SortedSet<Run> _nested = new(ByPlace);
    private readonly SortedSet<Run> _runsByTime = new(ByTime);
    private readonly SortedSet<Hold> _holdsByTime = new(ByUntil);

    /// <inheritdoc/>
    public ScopeState State { get; private set; } = ScopeState.Empty;

    /// <summary>All runs, ended ones too, in no order.</summary>
    public IReadOnlyCollection<Run> Runs => _runs.Values;

    /// <summary>All resources that have a row, in no order.</summary>
    public IReadOnlyCollection<Resource> Resources => _resources.Values;

    /// <summary>All holds, in no order.</summary>
    public IReadOnlyCollection<Hold> AllHolds => _holds.Values;

    /// <summary>A scope that stands as this one does and goes its own way; rows are shared, since they never change.</summary>
    public MemoryScope Copy()
    {
        var copy = new MemoryScope { State = State };
        foreach (var run in _runs.Values)
            copy.Put(run);
        foreach (var hold in _holds.Values)
        {
            copy._holds[(hold.Resource, hold.Run)] = hold;
            copy.Index(hold);
        }
        foreach (var resource in _resources.Values)
            copy._resources[resource.Name] = resource;
        return copy;
    }

    /// <summary>Writes an outcome.</summary>
    public void Apply(Outcome outcome)
    {
        foreach (var change in outcome.Changes)
            Apply(change);
    }

    /// <inheritdoc/>
    public Run? Run(RunId id) => _runs.GetValueOrDefault(id);

    /// <inheritdoc/>
    public Run? RunOf(RequestId id) => _requests.TryGetValue(id, out var run) ? Run(run) : null;

    /// <inheritdoc/>
    public Resource? Resource(ResourceName name) => _resources.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerable<Run> Line(ResourceName name) => _lines.TryGetValue(name, out var line) ? line : [];

    /// <inheritdoc/>
    public Hold? Hold(ResourceName name, RunId run) => _holds.GetValueOrDefault((name, run));

    /// <inheritdoc/>
    public IEnumerable<Hold> Holds(ResourceName name) => _held.TryGetValue(name, out var holds) ? holds : [];

    /// <inheritdoc/>
    public IEnumerable<Run> Inside(RunId parent) =>
        _inside.TryGetValue(parent, out var nested) ? nested.Select(id => _runs[id]) : [];

    /// <inheritdoc/>
    public IEnumerable<Run> NestedWaiting() => _nested;

    /// <inheritdoc/>
    public IEnumerable<Run> RunsByTime() => _runsByTime;

    /// <inheritdoc/>
    public IEnumerable<Hold> HoldsByTime() => _holdsByTime;

    private void Apply(Change change)
    {
        switch (change)
        {
            case Change.PutScope put:
                State = put.State;
                break;
            case Change.PutRun put:
                Put(put.Run);
                break;
            case Change.PutHold put:
                Drop(put.Hold);
                _holds[(put.Hold.Resource, put.Hold.Run)] = put.Hold;
                Index(put.Hold);
                break;
            case Change.DropHold drop:
                Drop(drop.Hold);
                break;
            case Change.PutResource put:
                _resources[put.Resource.Name] = put.Resource;
                break;
            case Change.DropResource drop:
                _resources.Remove(drop.Name);
                break;
        }
    }

    private void Put(Run run)
    {
        if (_runs.TryGetValue(run.Id, out var before))
            Unindex(before);
        _runs[run.Id] = run;
        _requests[run.Ask.Request] = run.Id;
        if (run is { IsLive: true, Parent: { } parent })
            SetOf(_inside, parent, Comparer<RunId>.Default).Add(run.Id);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            SetOf(_lines, need.Resource, ByPlace).Add(run);
        if (run.Parent is not null)
            _nested.Add(run);
        if (run.NextTime is not null)
            _runsByTime.Add(run);
    }

    private void Unindex(Run run)
    {
        if (run.Parent is { } parent)
            Remove(_inside, parent, run.Id);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            Remove(_lines, need.Resource, run);
        _nested.Remove(run);
        if (run.NextTime is not null)
            _runsByTime.Remove(run);
    }

    private void Index(Hold hold)
    {
        SetOf(_held, hold.Resource, ByToken).Add(hold);
        if (hold.IsLingering)
            _holdsByTime.Add(hold);
    }

    private void Drop(Hold hold)
    {
        if (!_holds.Remove((hold.Resource, hold.Run), out var stored))
            return;
        Remove(_held, stored.Resource, stored);
        if (stored.IsLingering)
            _holdsByTime.Remove(stored);
    }

    private static SortedSet<T> SetOf<TKey, T>(Dictionary<TKey, SortedSet<T>> sets, TKey key, IComparer<T> order)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = new SortedSet<T>(order);
        return set;
    }

    private static void Remove<TKey, T>(Dictionary<TKey, SortedSet<T>> sets, TKey key, T item)
        where TKey : notnull
    {
        if (sets.TryGetValue(key, out var set) && set.Remove(item) && set.Count == 0)
            sets.Remove(key);
    }

    private static int CompareTimes(Run one, Run other)
    {
        var time = one.NextTime!.Value.CompareTo(other.NextTime!.Value);
        return time != 0 ? time : one.Id.CompareTo(other.Id);
    }

    private static int CompareTokens(Hold one, Hold other)
    {
        var token = one.Token.CompareTo(other.Token);
        return token != 0 ? token : one.Run.CompareTo(other.Run);
    }

    private static int CompareEnds(Hold one, Hold other)
    {
        var until = one.Until!.Value.CompareTo(other.Until!.Value);
        var resource = until != 0 ? until : one.Resource.CompareTo(other.Resource);
        return resource != 0 ? resource : one.Run.CompareTo(other.Run);
    }
}
