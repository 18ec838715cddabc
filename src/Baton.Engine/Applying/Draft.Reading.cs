using Baton.Engine.Holds;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>The reading half: every index of the view, with the changes laid over it.</summary>
internal sealed partial class Draft
{
    public Run? Run(RunId id)
    {
        if (_runs.TryGetValue(id, out var changed))
            return changed.Now;
        if (!_known.TryGetValue(id, out var run))
            _known[id] = run = view.Run(id);
        return run;
    }

    public Run? RunOf(RequestId id) => _requests.TryGetValue(id, out var run) ? Run(run) : view.RunOf(id);

    public Resource? Resource(ResourceName name)
    {
        if (_resources.TryGetValue(name, out var changed))
            return changed;
        if (!_knownResources.TryGetValue(name, out var resource))
            _knownResources[name] = resource = view.Resource(name);
        return resource;
    }

    /// <summary>The resource of a need as it is for who needs it: a vacant one goes by the need's settings.</summary>
    public Resource? ResourceFor(Need need) =>
        Resource(need.Resource) is { IsVacant: true } vacant
            ? vacant with
            {
                Settings = need.Settings,
            }
            : Resource(need.Resource);

    public Hold? Hold(ResourceName name, RunId run) =>
        _holds.TryGetValue((name, run), out var changed) ? changed.Now : view.Hold(name, run);

    public IEnumerable<Run> Line(ResourceName name) =>
        Over(
            view.Line(name),
            run => run.State == RunState.Waiting && run.Needs.Any(need => need.Resource == name),
            ByPlace
        );

    public IEnumerable<Run> NestedWaiting() =>
        Over(view.NestedWaiting(), run => run is { State: RunState.Waiting, Parent: not null }, ByPlace);

    public IEnumerable<Run> Inside(RunId parent) =>
        Over(
            view.Inside(parent),
            run => run.IsLive && run.Parent == parent,
            (one, other) => one.Id.CompareTo(other.Id)
        );

    public IEnumerable<Run> RunsByTime() => Over(view.RunsByTime(), run => run.NextTime is not null, ByTime);

    public IEnumerable<Hold> Holds(ResourceName name) => Over(view.Holds(name), hold => hold.Resource == name, ByToken);

    public IEnumerable<Hold> HoldsByTime() => Over(view.HoldsByTime(), hold => hold.IsLingering, ByUntil);

    private static int ByPlace(Run one, Run other) => one.Place.CompareTo(other.Place);

    private static int ByTime(Run one, Run other)
    {
        var time = one.NextTime!.Value.CompareTo(other.NextTime!.Value);
        return time != 0 ? time : one.Id.CompareTo(other.Id);
    }

    private static int ByToken(Hold one, Hold other)
    {
        var token = one.Token.CompareTo(other.Token);
        return token != 0 ? token : one.Run.CompareTo(other.Run);
    }

    private static int ByUntil(Hold one, Hold other)
    {
        var until = one.Until!.Value.CompareTo(other.Until!.Value);
        var resource = until != 0 ? until : one.Resource.CompareTo(other.Resource);
        return resource != 0 ? resource : one.Run.CompareTo(other.Run);
    }

    private IEnumerable<Run> Over(IEnumerable<Run> stored, Func<Run, bool> belongs, Comparison<Run> order)
    {
        if (_runs.Count == 0)
            return stored;
        List<Run> mine = [.. _runs.Values.Select(entry => entry.Now).Where(belongs)];
        return Merge(stored.Where(run => !_runs.ContainsKey(run.Id)), mine, order);
    }

    private IEnumerable<Hold> Over(IEnumerable<Hold> stored, Func<Hold, bool> belongs, Comparison<Hold> order)
    {
        if (_holds.Count == 0)
            return stored;
        List<Hold> mine = [.. _holds.Values.Select(entry => entry.Now).OfType<Hold>().Where(belongs)];
        return Merge(stored.Where(hold => !_holds.ContainsKey((hold.Resource, hold.Run))), mine, order);
    }

    private static IEnumerable<T> Merge<T>(IEnumerable<T> stored, List<T> mine, Comparison<T> order)
    {
        mine.Sort(order);
        var next = 0;
        foreach (var item in stored)
        {
            while (next < mine.Count && order(mine[next], item) < 0)
                yield return mine[next++];
            yield return item;
        }
        while (next < mine.Count)
            yield return mine[next++];
    }
}
