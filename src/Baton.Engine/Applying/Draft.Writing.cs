using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>The writing half: a row that changes leaves the orders that it stood in, and enters those that it stands in.</summary>
internal sealed partial class Draft
{
    /// <summary>Writes a run; the run as it was before.</summary>
    private Run? Write(Run run)
    {
        var row = RowOf(run.Id);
        var before = row.Now;
        if (row.Write(run))
            _changed.Add(row);
        if (before is not null)
            Leave(before);
        else
            (_arrived ??= new()).Add(run.Ask.Request, row);
        Enter(run);
        return before;
    }

    private void Write(HoldRow row, Hold? hold)
    {
        var before = row.Now;
        if (row.Write(hold))
            _changed.Add(row);
        var held = HoldsOf(RowOf(row.Resource));
        if (before is not null)
            held.Remove(before);
        if (hold is not null)
            held.Add(hold);
        if (before is { IsLingering: true })
            _holdsByTime.Remove(before);
        if (hold is { IsLingering: true })
            _holdsByTime.Add(hold);
    }

    private void Write(ResourceRow row, Resource? resource)
    {
        if (row.Write(resource))
            _changed.Add(row);
    }

    private void Leave(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            InsideOf(RowOf(parent)).Remove(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            LineOf(RowOf(need.Resource)).Remove(run);
        if (run.Parent is not null)
            _nested.Remove(run);
        if (run.NextTime is not null)
            _runsByTime.Remove(run);
    }

    private void Enter(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            InsideOf(RowOf(parent)).Add(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            LineOf(RowOf(need.Resource)).Add(run);
        if (run.Parent is not null)
            _nested.Add(run);
        if (run.NextTime is not null)
            _runsByTime.Add(run);
    }
}
