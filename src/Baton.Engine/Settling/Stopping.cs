using Baton.Engine.Applying;
using Baton.Engine.Holds;
using Baton.Engine.Nesting;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Settling;

/// <summary>
/// Tells runs to stop for the one that is first in line. Only when everything else that it needs could be granted now, or
/// else a run would be stopped for one that must go on waiting; and from then on nothing passes the one they stop for.
/// </summary>
internal sealed class Stopping(Draft draft)
{
    /// <summary>Stops whom a waiting run may stop, if that is all that it lacks.</summary>
    public void StopFor(Run run, List<Need> lacking)
    {
        foreach (var need in lacking)
            if (draft.Resource(need.Resource)!.Settings.Stops == Stops.None)
                return;
        var victims = new List<(Run Run, ResourceName Resource)>();
        foreach (var need in lacking)
        {
            if (VictimsFor(run, need) is not { } found)
                return;
            foreach (var victim in found)
                victims.Add((victim, need.Resource));
        }
        if (run.Place.Standing != Standing.Claiming)
            draft.Put(run with { Place = run.Place with { Standing = Standing.Claiming } });
        foreach (var (victim, resource) in victims)
            Stop(victim, run, resource);
    }

    private void Stop(Run victim, Run run, ResourceName resource)
    {
        var lower = draft.Resource(resource)!.Settings.Stops == Stops.Lower;
        var (conclusion, reason) = lower
            ? (Conclusion.Preempted, (Reason)new Reason.PreemptedBy(resource, run.Id))
            : (Conclusion.Superseded, new Reason.SupersededBy(resource, run.Id));
        new Endings(draft).Stop(victim.Id, conclusion, reason);
    }

    /// <summary>Whom to stop so that a need fits: none if those who are stopping already make room; nothing if it can't be done.</summary>
    private List<Run>? VictimsFor(Run run, Need need)
    {
        var resource = draft.Resource(need.Resource)!;
        if (Lines.AheadOf(draft, need.Resource, run).Any())
            return null;
        var missing = need.At(resource.Settings.Capacity) - resource.Left;
        var holders = draft.Holds(need.Resource).Where(hold => !hold.IsLingering).ToList();
        missing -= holders.Where(hold => draft.Run(hold.Run)!.State == RunState.Stopping).Sum(hold => hold.Units);
        var victims = new List<Run>();
        foreach (var (hold, victim) in Stoppable(run, resource.Settings.Stops, holders))
        {
            if (missing <= 0)
                break;
            victims.Add(victim);
            missing -= hold.Units;
        }
        return missing <= 0 ? victims : null;
    }

    private IEnumerable<(Hold Hold, Run Run)> Stoppable(Run run, Stops stops, List<Hold> holders)
    {
        var ancestors = Ancestry.AncestorsOf(draft, run.Parent).Select(ancestor => ancestor.Id).ToHashSet();
        var stoppable = holders
            .Select(hold => (Hold: hold, Run: draft.Run(hold.Run)!))
            .Where(one => one.Run.State == RunState.Running && !ancestors.Contains(one.Run.Id));
        return stops == Stops.Lower
            ? stoppable
                .Where(one => one.Run.Priority < run.Priority)
                .OrderBy(one => one.Run.Priority)
                .ThenByDescending(one => one.Hold.Token)
            : stoppable.Where(one => run.MayReplace(one.Run)).OrderBy(one => one.Hold.Token);
    }
}
