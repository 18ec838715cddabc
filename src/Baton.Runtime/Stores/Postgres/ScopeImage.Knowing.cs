using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Runtime.Stores.Postgres;

/// <content>Taking in what was fetched, and what was decided.</content>
internal sealed partial class ScopeImage
{
    /// <summary>There is no such run, unless one was found.</summary>
    public void KnowNoRun(RunId id) => _runs.TryAdd(id, null);

    /// <summary>No run has this request, unless one was found.</summary>
    public void KnowNoRequest(RequestId id) => _requests.TryAdd(id, null);

    /// <summary>The live runs inside a run.</summary>
    public void Know(RunId parent, List<Run> inside)
    {
        inside.Sort(Order.ByName);
        _inside[parent] = inside;
    }

    /// <summary>A resource, with the first of its holds and of its line, and how many were asked for.</summary>
    public void Know(
        ResourceName name,
        Resource? row,
        (List<Hold> Rows, int Asked) holds,
        (List<Run> Rows, int Asked) line
    )
    {
        if (_resources.ContainsKey(name))
            return;
        var known = new ResourceImage(
            new(Order.ByToken, (last, most) => NextHolds(name, last, most)),
            new(Order.ByPlace, (last, most) => NextInLine(name, last, most))
        )
        {
            Row = row,
        };
        known.Holds.Take(holds.Rows, holds.Asked);
        known.Line.Take(line.Rows, line.Asked);
        _resources[name] = known;
    }

    /// <summary>Who waits inside others, and the first that time will change.</summary>
    public void Know(List<Run> nested, List<Run> runsByTime, (List<Hold> Rows, int Asked) holdsByTime)
    {
        _nested.Take(nested, holdsByTime.Asked);
        _runsByTime.Take(runsByTime, holdsByTime.Asked);
        _holdsByTime.Take(holdsByTime.Rows, holdsByTime.Asked);
    }

    /// <summary>Follows an outcome that was committed.</summary>
    public void Follow(Outcome outcome, ScopeRow row)
    {
        foreach (var change in outcome.Changes)
            Follow(change);
        Row = row;
    }

    private void Follow(Change change)
    {
        switch (change)
        {
            case Change.PutRun put:
                if (put.Before is { } before)
                    Leave(before);
                else
                    _inside.TryAdd(put.Run.Id, []);
                Keep(put.Run);
                Enter(put.Run);
                break;
            case Change.PutHold put:
                Forget(put.Hold);
                _resources.GetValueOrDefault(put.Hold.Resource)?.Holds.Add(put.Hold);
                if (put.Hold.IsLingering)
                    _holdsByTime.Add(put.Hold);
                break;
            case Change.DropHold drop:
                Forget(drop.Hold);
                break;
            case Change.PutResource put when _resources.TryGetValue(put.Resource.Name, out var known):
                known.Row = put.Resource;
                break;
            case Change.DropResource drop when _resources.TryGetValue(drop.Name, out var known):
                known.Row = null;
                break;
        }
    }

    private void Forget(Hold hold)
    {
        bool IsIt(Hold other) => other.Run == hold.Run && other.Resource == hold.Resource;
        _resources.GetValueOrDefault(hold.Resource)?.Holds.Remove(IsIt);
        _holdsByTime.Remove(IsIt);
    }

    private void Leave(Run run)
    {
        bool IsIt(Run other) => other.Id == run.Id;
        if (run.Parent is { } parent && _inside.TryGetValue(parent, out var inside))
            inside.RemoveAll(IsIt);
        foreach (var need in run.Needs)
            _resources.GetValueOrDefault(need.Resource)?.Line.Remove(IsIt);
        _nested.Remove(IsIt);
        _runsByTime.Remove(IsIt);
    }

    private void Enter(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent } && _inside.TryGetValue(parent, out var inside))
        {
            inside.Add(run);
            inside.Sort(Order.ByName);
        }
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            _resources.GetValueOrDefault(need.Resource)?.Line.Add(run);
        if (run.Parent is not null)
            _nested.Add(run);
        if (run.NextTime is not null)
            _runsByTime.Add(run);
    }
}
