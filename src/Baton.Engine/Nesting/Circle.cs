using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Engine.Nesting;

/// <summary>
/// Finds whether a request inside a run would wait for ever. All runs take what they need at once, so only a run that
/// asks again from inside can close a circle. The way to tell is to let everything end that can: whoever waits for
/// nothing ends and gives back what it holds; whoever then fits starts and ends too; what is left at last is stuck.
/// </summary>
internal sealed class Circle
{
    private readonly IScopeView _view;
    private readonly Dictionary<RunId, Run> _stuck = [];

    private Circle(IScopeView view) => _view = view;

    /// <summary>The reason to refuse a request, or nothing if it can be granted some day.</summary>
    public static Reason.Circle? Closes(IScopeView view, Run request)
    {
        var circle = new Circle(view);
        circle.Gather(request);
        circle.Reduce();
        return circle._stuck.ContainsKey(request.Id) ? circle.Tell(request) : null;
    }

    private void Gather(Run waiting)
    {
        if (!_stuck.TryAdd(waiting.Id, waiting))
            return;
        foreach (var need in waiting.Needs)
        foreach (var holder in HoldersOf(need.Resource, waiting))
        foreach (var run in Ancestry.DescendantsOf(_view, holder).Prepend(_view.Run(holder)!))
            if (run.State == RunState.Waiting)
                Gather(run);
    }

    private void Reduce()
    {
        while (_stuck.Values.FirstOrDefault(Fits) is { } free)
            _stuck.Remove(free.Id);
    }

    private bool Fits(Run waiting) => waiting.Needs.All(need => Shortage(waiting, need) <= 0);

    /// <summary>How many units are missing even after everything has ended that can.</summary>
    private int Shortage(Run waiting, Need need)
    {
        var settings = _view.Resource(need.Resource) is { IsVacant: false } resource
            ? resource.Settings
            : need.Settings;
        var kept = _view
            .Holds(need.Resource)
            .Where(hold => !hold.IsLingering && hold.Run != waiting.Id && IsKept(hold.Run));
        return need.At(settings.Capacity) - (settings.Capacity - kept.Sum(hold => hold.Units));
    }

    private bool IsKept(RunId holder) =>
        _stuck.ContainsKey(holder)
        || _stuck.Values.Any(run => Ancestry.AncestorsOf(_view, run.Parent).Any(one => one.Id == holder));

    private List<RunId> HoldersOf(ResourceName name, Run waiting) =>
        _view.Holds(name).Where(hold => !hold.IsLingering && hold.Run != waiting.Id).Select(hold => hold.Run).ToList();

    private Reason.Circle Tell(Run request)
    {
        var own = Ancestry.AncestorsOf(_view, request.Parent).Select(run => run.Id).ToHashSet();
        var need = request.Needs.First(need => Shortage(request, need) > 0);
        var kept = HoldersOf(need.Resource, request).Where(IsKept).ToList();
        return new(need.Resource, kept.OrderBy(own.Contains).First());
    }
}
