using Baton.Engine.Nesting;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Settling;

/// <summary>
/// What is left for a run. A waiting run that can't start yet takes its units out of what is left in all its resources:
/// it reserves them. So what is left for a run depends on who is ahead of it in its own lines and on nothing else, and
/// that is what lets settling look at the fronts of a few lines instead of at everybody.
/// </summary>
internal static class Lines
{
    /// <summary>
    /// Whether a waiting run reserves: it is due, leads its burst, none of its resources is paused, and no key that it waits
    /// for has an owner. (If it reserved while it waits for an owner, the owner might have to wait for it.)
    /// </summary>
    public static bool IsReady(IScopeView view, Run run) =>
        run is { State: RunState.Waiting, Leads: true, Place.Standing: not Standing.Dormant }
        && PausedFor(view, run) is null
        && OwnedKeyFor(view, run) is null;

    /// <summary>The key that a run waits for and somebody has, if there is one.</summary>
    public static ResourceName? OwnedKeyFor(IScopeView view, Run run)
    {
        foreach (var need in run.Needs)
            if (need.WaitsForOwner && view.Resource(need.Resource) is { Held: > 0 } && !Has(view, run, need))
                return need.Resource;
        return null;
    }

    /// <summary>The paused resource that a run still needs, if there is one.</summary>
    public static ResourceName? PausedFor(IScopeView view, Run run)
    {
        foreach (var need in run.Needs)
            if (view.Resource(need.Resource) is { Paused: true } && !Has(view, run, need))
                return need.Resource;
        return null;
    }

    /// <summary>Whether a waiting run has taken this already, which it has with its keys.</summary>
    public static bool Has(IScopeView view, Run run, Need need) =>
        need.Resource.Kind == ResourceKind.Key && view.Hold(need.Resource, run.Id) is { IsLingering: false };

    /// <summary>
    /// Units of a resource that are left for a run after all who are ahead of it; counting ends when fewer than
    /// <paramref name="enough"/> are left.
    /// </summary>
    public static int Left(IScopeView view, Resource resource, Run run, int enough)
    {
        var left = resource.Left;
        if (left < enough)
            return left;
        foreach (var ahead in AheadOf(view, resource.Name, run))
        {
            if (left < enough)
                break;
            left -= Reserved(view, resource, ahead);
        }
        return left;
    }

    /// <summary>Those who reserve a resource before a run: who is ahead in line, and who passes it from inside another.</summary>
    public static IEnumerable<Run> AheadOf(IScopeView view, ResourceName name, Run run)
    {
        foreach (var ahead in view.Line(name))
        {
            if (ahead.Place.Standing == Standing.Dormant || ahead.Place.CompareTo(run.Place) >= 0)
                break;
            if (IsReady(view, ahead) && !Passing.Passes(view, run, ahead))
                yield return ahead;
        }
        foreach (var nested in view.NestedWaiting())
            if (Overtakes(view, name, nested, run))
                yield return nested;
    }

    private static bool Overtakes(IScopeView view, ResourceName name, Run nested, Run run) =>
        nested.Id != run.Id
        && nested.Place.CompareTo(run.Place) > 0
        && nested.Needs.Of(name) is not null
        && IsReady(view, nested)
        && Passing.Passes(view, nested, run)
        && !Passing.Passes(view, run, nested);

    private static int Reserved(IScopeView view, Resource resource, Run ahead)
    {
        var need = ahead.Needs.Of(resource.Name)!;
        return Has(view, ahead, need) ? 0 : need.At(resource.Settings.Capacity);
    }
}
