using Baton.Engine.Runs;
using Baton.Engine.Settling;
using Baton.Engine.Views;

namespace Baton.Engine.Nesting;

/// <summary>
/// A nested run passes those who wait for its ancestors. A reservation says "I am next"; where the one who is next
/// can't start before the nested run's parent has ended, and the parent can't end before the nested run has run, holding
/// to the reservation would be a deadlock. So it doesn't bind a run inside of what it waits for, over any number of steps.
/// </summary>
internal static class Passing
{
    /// <summary>Whether a run may start before another that stands ahead of it.</summary>
    public static bool Passes(IScopeView view, Run run, Run ahead)
    {
        if (run.Parent is null)
            return false;
        var ancestors = Ancestry.AncestorsOf(view, run.Parent).Select(ancestor => ancestor.Id).ToHashSet();
        return ancestors.Count > 0 && new Search(view, ancestors).Waits(ahead);
    }

    private sealed class Search(IScopeView view, HashSet<RunId> ancestors)
    {
        private readonly HashSet<RunId> _seen = [];

        /// <summary>Whether a run waits, over any number of steps, for one of the ancestors.</summary>
        public bool Waits(Run run) =>
            run.State == RunState.Waiting && _seen.Add(run.Id) && InTheWayOf(run).Any(IsOrWaits);

        /// <summary>Those whose holds a run waits for, and those who reserve ahead of it.</summary>
        private IEnumerable<RunId> InTheWayOf(Run run)
        {
            foreach (var need in run.Needs)
            {
                if (Lines.Has(view, run, need) || view.Resource(need.Resource) is not { } resource)
                    continue;
                if (resource.Left < need.At(resource.Settings.Capacity))
                    foreach (var hold in view.Holds(need.Resource).Where(hold => !hold.IsLingering))
                        yield return hold.Run;
                foreach (var ahead in view.Line(need.Resource).TakeWhile(ahead => ahead.Place.CompareTo(run.Place) < 0))
                    if (Lines.IsReady(view, ahead))
                        yield return ahead.Id;
            }
        }

        private bool IsOrWaits(RunId holder)
        {
            if (ancestors.Contains(holder))
                return true;
            if (view.Run(holder) is not { } run)
                return false;
            return Waits(run) || Ancestry.DescendantsOf(view, holder).Any(Waits);
        }
    }
}
