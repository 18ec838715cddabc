using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Settling;
using Baton.Engine.Views;

namespace Baton.Runtime.Coordination;

/// <summary>How things stand for one run: read at once, so that everything in it belongs together.</summary>
/// <param name="Run">The run.</param>
/// <param name="Reason">Why it waits, if it does.</param>
/// <param name="Ahead">The runs ahead of it in its lines.</param>
/// <param name="Holders">The live runs that hold what it needs, and the live runs inside those.</param>
/// <param name="Unswept">Lost runs whose processes nobody has attested to be gone, and whose holds linger for that.</param>
/// <param name="Now">Scope time.</param>
/// <param name="Due">When time alone changes something in the scope.</param>
public sealed record Picture(
    Run Run,
    Reason? Reason,
    IReadOnlyList<Run> Ahead,
    IReadOnlyList<Run> Holders,
    IReadOnlyList<Run> Unswept,
    Instant Now,
    Instant? Due
)
{
    private const int MostTold = 200;

    /// <summary>Its place; 1 is next.</summary>
    public int Place => Ahead.Count + 1;

    /// <summary>Those ahead of it, or holding what it waits for, that asked after it: they passed it by a higher priority.</summary>
    public IEnumerable<Run> Passers =>
        Ahead.Concat(Holders).DistinctBy(run => run.Id).Where(other => other.AskedAt > Run.AskedAt);

    /// <summary>Takes the picture of a run, or nothing if the store has forgotten it.</summary>
    public static Picture? Of(IScopeView view, Instant now, RunId id)
    {
        if (view.Run(id) is not { } run)
            return null;
        var due = Instant.Earlier(
            view.RunsByTime().FirstOrDefault()?.NextTime,
            view.HoldsByTime().FirstOrDefault()?.Until
        );
        if (run.State != RunState.Waiting)
            return new(run, run.Reason, [], [], [], now, due);
        var holds = HoldsInTheWay(view, run);
        return new(
            run,
            Explanation.Of(view, run),
            [.. Explanation.AheadOf(view, run).Take(MostTold)],
            [.. HoldersOf(view, holds)],
            [.. Unattested(view, holds)],
            now,
            due
        );
    }

    /// <summary>The live runs that hold something that a request needs, before it is made, and those who wait where waiting counts.</summary>
    public static IReadOnlyList<Run> InTheWayOf(IScopeView view, Engine.Commands.Ask ask)
    {
        var holds = ask
            .Needs.SelectMany(need => view.Holds(need.Resource))
            .Where(hold => !hold.IsLingering)
            .Take(MostTold)
            .ToList();
        var waiting = ask
            .Needs.Where(need => view.Resource(need.Resource)?.Settings.Line is not null)
            .SelectMany(need => view.Line(need.Resource))
            .Take(MostTold);
        return [.. HoldersOf(view, holds).Concat(waiting).DistinctBy(run => run.Id)];
    }

    private static List<Hold> HoldsInTheWay(IScopeView view, Run run) =>
        [.. run.Needs.SelectMany(need => view.Holds(need.Resource)).Where(hold => hold.Run != run.Id).Take(MostTold)];

    private static IEnumerable<Run> HoldersOf(IScopeView view, List<Hold> holds) =>
        holds
            .Where(hold => !hold.IsLingering)
            .Select(hold => hold.Run)
            .Distinct()
            .SelectMany(id => WithInside(view, id))
            .DistinctBy(run => run.Id);

    private static IEnumerable<Run> WithInside(IScopeView view, RunId id)
    {
        if (view.Run(id) is not { IsLive: true } run)
            return [];
        return view.Inside(id)
            .Select(nested => nested.Id)
            .ToList()
            .SelectMany(nested => WithInside(view, nested))
            .Prepend(run);
    }

    private static IEnumerable<Run> Unattested(IScopeView view, IEnumerable<Hold> holds) =>
        holds
            .Where(hold => hold is { IsLingering: true, UntilIfGone: not null })
            .Select(hold => view.Run(hold.Run))
            .OfType<Run>()
            .Where(run => run is { Conclusion: Conclusion.Lost, RemainsGone: false });

    /// <summary>All lost runs of a scope whose processes nobody has attested to be gone, and whose holds linger for that.</summary>
    public static IReadOnlyList<Run> UnattestedIn(IScopeView view) =>
        [.. Unattested(view, view.HoldsByTime()).DistinctBy(run => run.Id)];
}
