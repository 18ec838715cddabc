using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

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
        var held = RowOf(row.Resource).Holds ??= new(Order.ByToken);
        if (before is not null)
            held.Remove(before);
        if (hold is not null)
            held.Add(hold);
        if (before is { IsLingering: true })
            (_holdsByTime ??= new(Order.ByUntil)).Remove(before);
        if (hold is { IsLingering: true })
            (_holdsByTime ??= new(Order.ByUntil)).Add(hold);
    }

    private void Write(ResourceRow row, Resource? resource)
    {
        if (row.Write(resource))
            _changed.Add(row);
    }

    private void Leave(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            (RowOf(parent).Inside ??= new(Order.ByName)).Remove(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            (RowOf(need.Resource).Line ??= new(Order.ByPlace)).Remove(run);
        if (run.Parent is not null)
            (_nested ??= new(Order.ByPlace)).Remove(run);
        if (run.NextTime is not null)
            (_runsByTime ??= new(Order.ByTime)).Remove(run);
    }

    private void Enter(Run run)
    {
        if (run is { IsLive: true, Parent: { } parent })
            (RowOf(parent).Inside ??= new(Order.ByName)).Add(run);
        if (run.State != RunState.Waiting)
            return;
        foreach (var need in run.Needs)
            (RowOf(need.Resource).Line ??= new(Order.ByPlace)).Add(run);
        if (run.Parent is not null)
            (_nested ??= new(Order.ByPlace)).Add(run);
        if (run.NextTime is not null)
            (_runsByTime ??= new(Order.ByTime)).Add(run);
    }
}
