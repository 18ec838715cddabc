using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Settling;

/// <summary>Says why a waiting run waits, as things stand: the same questions as settling asks, in the same order.</summary>
public static class Explanation
{
    /// <summary>What the run waits for.</summary>
    public static Reason Of(IScopeView view, Run run)
    {
        if (!run.Leads && LeaderOf(view, run) is { } leader)
            return new Reason.Gathered(leader.Id);
        if (run.Place.Standing == Standing.Dormant && run.NotBefore is { } due)
            return new Reason.NotYet(due);
        if (Lines.PausedFor(view, run) is { } paused)
            return new Reason.Paused(paused);
        foreach (var need in run.Needs)
        {
            if (Lines.Has(view, run, need) || view.Resource(need.Resource) is not { } resource)
                continue;
            var units = need.At(resource.Settings.Capacity);
            if (Lines.Left(view, resource, run, units) < units)
                return InTheWay(view, run, resource.Name);
        }
        return run.Reason ?? new Reason.Free();
    }

    /// <summary>
    /// The runs that are ahead of a waiting run in any of its lines, nearest to their start first, each once. Who waits for
    /// something that is paused reserves nothing, but is told its place in that line.
    /// </summary>
    public static IEnumerable<Run> AheadOf(IScopeView view, Run run) =>
        Lines.PausedFor(view, run) is { } paused
            ? view.Line(paused).TakeWhile(other => other.Place.CompareTo(run.Place) < 0)
            : ReadyAheadOf(view, run);

    private static IEnumerable<Run> ReadyAheadOf(IScopeView view, Run run) =>
        run
            .Needs.Where(need => !Lines.Has(view, run, need))
            .SelectMany(need => Lines.AheadOf(view, need.Resource, run))
            .DistinctBy(ahead => ahead.Id);

    private static Reason InTheWay(IScopeView view, Run run, Resources.ResourceName name)
    {
        if (Lines.AheadOf(view, name, run).FirstOrDefault() is { } ahead)
            return new Reason.Behind(name, ahead.Id);
        var holds = view.Holds(name).ToList();
        var stopping = holds.Find(hold => view.Run(hold.Run)?.State == RunState.Stopping);
        if (run.Place.Standing == Standing.Claiming && stopping is not null)
            return new Reason.Stopping(name, stopping.Run);
        return holds.Count > 0 ? new Reason.Held(name, holds[0].Run) : new Reason.Free();
    }

    private static Run? LeaderOf(IScopeView view, Run run) =>
        view.Line(run.Needs[0].Resource).FirstOrDefault(other => other.Burst == run.Burst && other.Leads);
}
