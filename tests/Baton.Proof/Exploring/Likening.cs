using System.Globalization;
using System.Text;
using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Proof.Exploring;

/// <summary>
/// A state as a text that leaves out what can't matter any more: tokens and arrivals count by their order, instants by their
/// distance from now, and of an ended run only how it ended. Two ways that meet in one text are followed once.
/// </summary>
internal sealed class Likening(WorldState state)
{
    private readonly StringBuilder _text = new(512);
    private readonly List<long> _tokens = [.. TokensOf(state)];
    private readonly List<long> _arrivals =
    [
        .. state.Scope.Runs.Where(run => run.IsLive).Select(run => run.Place.Arrival).Order(),
    ];

    public string Text()
    {
        foreach (var (place, token, counter, dead) in state.Actors)
            Add(place, Token(token), counter, dead ? 1 : 0);
        foreach (var run in state.Scope.Runs.OrderBy(run => run.Id))
            Add(run);
        foreach (var hold in state.Scope.AllHolds.OrderBy(hold => hold.Resource).ThenBy(hold => hold.Run))
        {
            _text.Append('\n').Append(hold.Resource.Kind).Append(hold.Resource.Name).Append(hold.Run.Value);
            Add(hold.Units, Token(hold.Token), Ahead(hold.Until), Ahead(hold.UntilIfGone), (long?)hold.After);
        }
        AddResources();
        foreach (var (key, until) in state.Promises.Windows.ClosedUntil.OrderBy(each => each.Key))
            if (until > state.Now)
            {
                _text.Append('\n').Append(key.Name);
                Add(Ahead(until));
            }
        return _text.ToString();
    }

    private void Add(Run run)
    {
        _text.Append('\n').Append(run.Id.Value);
        Add((long)run.State, (long?)run.Conclusion, Token(run.Token), run.Counter, run.RemainsGone ? 1 : 0);
        if (!run.IsLive)
            return;
        Add((long)run.Place.Standing, run.Place.Rank - state.Now.Ticks, _arrivals.IndexOf(run.Place.Arrival));
        Add(run.Priority, Ahead(run.NotBefore), Ahead(run.Deadline), run.Leads ? 1 : 0, run.Lease.Ticks);
        Add(
            Ahead(run.RenewedAt),
            Ahead(run.AskedAt),
            (long?)run.Stop?.Conclusion,
            run.Stop?.Acknowledged == true ? 1 : 0
        );
        _text.Append(run.Burst?.Value).Append('<').Append(run.Parent?.Value);
        foreach (var need in run.Needs)
            _text.Append(' ').Append(need.Resource.Name);
    }

    private void AddResources()
    {
        foreach (var resource in state.Scope.Resources.OrderBy(resource => resource.Name))
        {
            _text.Append('\n').Append(resource.Name.Kind).Append(resource.Name.Name);
            Add(resource.Held, resource.Pending, resource.Settings.Capacity, resource.Settings.Line);
            Add((long)resource.Settings.Stops, resource.Settings.Debounce.Ticks, resource.Paused ? 1 : 0);
        }
    }

    private void Add(params ReadOnlySpan<long?> figures)
    {
        foreach (var figure in figures)
            _text.Append(CultureInfo.InvariantCulture, $"{figure},");
    }

    private long? Ahead(Instant? instant) => instant is { } at ? at.Ticks - state.Now.Ticks : null;

    private int Token(long token) => _tokens.BinarySearch(token);

    private static SortedSet<long> TokensOf(WorldState state) =>
        [
            0,
            .. state.Actors.Select(actor => actor.Token),
            .. state.Scope.Runs.Select(run => run.Token),
            .. state.Scope.AllHolds.Select(hold => hold.Token),
        ];
}
