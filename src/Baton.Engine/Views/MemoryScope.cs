using System.Runtime.InteropServices;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Views;

/// <summary>A scope in memory, with every index that the engine reads. Not for several threads at once.</summary>
public sealed class MemoryScope : IScopeView
{
    private readonly Dictionary<RunId, KnownRun> _runs = [];
    private readonly Dictionary<RequestId, RunId> _requests = [];
    private readonly Dictionary<ResourceName, KnownResource> _resources = [];
    private readonly Ordered<Run> _nested = new(Order.ByPlace);
    private readonly Ordered<Run> _runsByTime = new(Order.ByTime);
    private readonly Ordered<Hold> _holdsByTime = new(Order.ByUntil);

    /// <inheritdoc/>
    public ScopeState State { get; private set; } = ScopeState.Empty;

    /// <summary>All runs, ended ones too, in no order.</summary>
    public IEnumerable<Run> Runs => _runs.Values.Select(known => known.Row).OfType<Run>();

    /// <summary>All resources that have a row, in no order.</summary>
    public IEnumerable<Resource> Resources => _resources.Values.Select(known => known.Row).OfType<Resource>();

    /// <summary>All holds, in no order.</summary>
    public IEnumerable<Hold> AllHolds => _resources.Values.SelectMany(known => Read(known.Holds));

    /// <summary>A scope that stands as this one does and goes its own way; rows are shared, since they never change.</summary>
    public MemoryScope Copy()
    {
        var copy = new MemoryScope { State = State };
        foreach (var run in Runs)
            copy.Put(run);
        foreach (var hold in AllHolds)
            copy.Put(hold);
        foreach (var resource in Resources)
            copy.Known(resource.Name).Row = resource;
        return copy;
    }

    /// <summary>Writes an outcome.</summary>
    public void Apply(Outcome outcome)
    {
        foreach (var change in outcome.Changes)
            Apply(change);
    }

    /// <summary>Forgets an ended run, as stores do that prune. One that still matters, to a hold or a run inside it, stays.</summary>
    /// <returns>Whether it was forgotten.</returns>
    public bool Forget(RunId id)
    {
        if (
            _runs.GetValueOrDefault(id)
            is not { Row: { IsLive: false } run, Holds: null, Inside: not { IsEmpty: false } }
        )
            return false;
        _requests.Remove(run.Ask.Request);
        return _runs.Remove(id);
    }

    /// <inheritdoc/>
    public Run? Run(RunId id) => _runs.GetValueOrDefault(id)?.Row;

    /// <inheritdoc/>
    public Run? RunOf(RequestId id) => _requests.TryGetValue(id, out var run) ? Run(run) : null;

    /// <inheritdoc/>
    public Resource? Resource(ResourceName name) => _resources.GetValueOrDefault(name)?.Row;

    /// <inheritdoc/>
    public IEnumerable<Run> Line(ResourceName name) => Read(_resources.GetValueOrDefault(name)?.Line);

    /// <inheritdoc/>
    public Hold? Hold(ResourceName name, RunId run) => _runs.GetValueOrDefault(run)?.HoldOn(name);

    /// <inheritdoc/>
    public IEnumerable<Hold> Holds(ResourceName name) => Read(_resources.GetValueOrDefault(name)?.Holds);

    /// <inheritdoc/>
    public IEnumerable<Run> Inside(RunId parent) => Read(_runs.GetValueOrDefault(parent)?.Inside);

    /// <inheritdoc/>
    public IEnumerable<Run> NestedWaiting() => Read(_nested);

    /// <inheritdoc/>
    public IEnumerable<Run> RunsByTime() => Read(_runsByTime);

    /// <inheritdoc/>
    public IEnumerable<Hold> HoldsByTime() => Read(_holdsByTime);

    private static IEnumerable<T> Read<T>(Ordered<T>? rows) =>
        rows is { IsEmpty: false } ? rows : Enumerable.Empty<T>();

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
                Put(put.Hold);
                break;
            case Change.DropHold drop:
                Drop(drop.Hold);
                break;
            case Change.PutResource put:
                Known(put.Resource.Name).Row = put.Resource;
                break;
            case Change.DropResource drop:
                var known = Known(drop.Name);
                known.Row = null;
                ForgetEmpty(drop.Name, known);
                break;
        }
    }

    private void Put(Run run)
    {
        var known = Known(run.Id);
        if (known.Row is { } before)
            Leave(before);
        else
            _requests[run.Ask.Request] = run.Id;
        known.Row = run;
        Enter(run);
    }

    private void Enter(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            (Known(parent).Inside ??= new(Order.ByName)).Add(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            (Known(need.Resource).Line ??= new(Order.ByPlace)).Add(run);
        if (run.Parent is not null)
            _nested.Add(run);
        if (run.NextTime is not null)
            _runsByTime.Add(run);
    }

    private void Leave(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            Known(parent).Inside?.Remove(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
        {
            var known = Known(need.Resource);
            known.Line!.Remove(run);
            ForgetEmpty(need.Resource, known);
        }
        if (run.Parent is not null)
            _nested.Remove(run);
        if (run.NextTime is not null)
            _runsByTime.Remove(run);
    }

    private void Put(Hold hold)
    {
        Drop(hold);
        (Known(hold.Run).Holds ??= new(1)).Add(hold);
        (Known(hold.Resource).Holds ??= new(Order.ByToken)).Add(hold);
        if (hold.IsLingering)
            _holdsByTime.Add(hold);
    }

    private void Drop(Hold hold)
    {
        var run = Known(hold.Run);
        if (run.HoldOn(hold.Resource) is not { } stored)
            return;
        run.Holds!.Remove(stored);
        if (run.Holds.Count == 0)
            run.Holds = null; // ended runs stay for ever, and hold nothing
        var resource = Known(stored.Resource);
        resource.Holds!.Remove(stored);
        ForgetEmpty(stored.Resource, resource);
        if (stored.IsLingering)
            _holdsByTime.Remove(stored);
    }

    private KnownRun Known(RunId id) => CollectionsMarshal.GetValueRefOrAddDefault(_runs, id, out _) ??= new KnownRun();

    private KnownResource Known(ResourceName name) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_resources, name, out _) ??= new KnownResource();

    private void ForgetEmpty(ResourceName name, KnownResource known)
    {
        if (known.IsEmpty)
            _resources.Remove(name);
    }

    /// <summary>A run, and what is found by its name.</summary>
    private sealed class KnownRun
    {
        public Run? Row { get; set; }

        public Ordered<Run>? Inside { get; set; }

        public List<Hold>? Holds { get; set; }

        public Hold? HoldOn(ResourceName name)
        {
            if (Holds is null)
                return null;
            foreach (var hold in Holds)
                if (hold.Resource == name)
                    return hold;
            return null;
        }
    }

    /// <summary>A resource, and what is found by its name.</summary>
    private sealed class KnownResource
    {
        public Resource? Row { get; set; }

        public Ordered<Run>? Line { get; set; }

        public Ordered<Hold>? Holds { get; set; }

        public bool IsEmpty => Row is null && Line is not { IsEmpty: false } && Holds is not { IsEmpty: false };
    }
}
