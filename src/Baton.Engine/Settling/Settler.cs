using Baton.Engine.Applying;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Settling;

/// <summary>
/// Settling: after every change, whoever can start does. The rule as told is a walk of all waiting runs by rank. Since
/// what is left for a run depends only on who is ahead of it in its own lines (<see cref="Lines"/>), it is enough to look
/// at the front of each line that has moved: those who share what is left, and the first who finds nothing, for it may
/// stop others. Runs inside others may pass, so they are always looked at. A property test holds this against the rule
/// as told.
/// </summary>
internal readonly struct Settler(Draft draft)
{
    /// <summary>Settles until nothing more can start.</summary>
    public void Settle()
    {
        do
        {
            while (draft.TryNextTouched(out var name))
                foreach (var run in FrontOf(name))
                    TryStart(run);
            while (draft.TryNextFree(out var free))
                TryStart(free);
            Run[] nested = [.. draft.NestedWaiting()];
            foreach (var run in nested)
                TryStart(run.Id);
        } while (draft.HasTouched);
    }

    /// <summary>The runs of a line that share what is left, and the first behind them.</summary>
    private List<RunId> FrontOf(ResourceName name)
    {
        var front = new List<RunId>(2);
        if (draft.Resource(name) is not { Paused: false } resource)
            return front;
        var left = resource.Left;
        foreach (var run in draft.Line(name))
        {
            if (run.Place.Standing == Standing.Dormant)
                break;
            if (!Lines.IsReady(draft, run))
                continue;
            front.Add(run.Id);
            if (left <= 0)
                break;
            left -= run.Needs.Of(name)!.At(resource.Settings.Capacity);
        }
        return front;
    }

    private void TryStart(RunId id)
    {
        if (draft.Run(id) is not { } run || !Lines.IsReady(draft, run))
            return;
        var lacking = new List<Need>(0);
        foreach (var need in run.Needs)
            if (!IsLeft(run, need))
                lacking.Add(need);
        if (lacking.Count == 0)
            new Granting(draft).Grant(run);
        else
            new Stopping(draft).StopFor(run, lacking);
    }

    private bool IsLeft(Run run, Need need)
    {
        if (Lines.Has(draft, run, need))
            return true;
        var resource = draft.Resource(need.Resource)!;
        var units = need.At(resource.Settings.Capacity);
        return Lines.Left(draft, resource, run, units) >= units;
    }
}
