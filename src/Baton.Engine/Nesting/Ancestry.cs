using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Nesting;

/// <summary>What a run is inside of, and what is inside of it.</summary>
internal static class Ancestry
{
    /// <summary>The live runs that a run is inside of, nearest first.</summary>
    public static IEnumerable<Run> AncestorsOf(IScopeView view, RunId? parent) =>
        parent is null ? [] : Upwards(view, parent);

    private static IEnumerable<Run> Upwards(IScopeView view, RunId? parent)
    {
        while (parent is { } id && view.Run(id) is { IsLive: true } run)
        {
            yield return run;
            parent = run.Parent;
        }
    }

    /// <summary>The live runs inside a run, at any depth.</summary>
    public static IEnumerable<Run> DescendantsOf(IScopeView view, RunId run)
    {
        foreach (var child in view.Inside(run))
        {
            yield return child;
            foreach (var deeper in DescendantsOf(view, child.Id))
                yield return deeper;
        }
    }

    /// <summary>The units of a resource that the ancestors hold among them.</summary>
    public static int UnitsHeld(IScopeView view, IEnumerable<Run> ancestors, ResourceName name) =>
        ancestors.Sum(run => view.Hold(name, run.Id) is { IsLingering: false } hold ? hold.Units : 0);
}
