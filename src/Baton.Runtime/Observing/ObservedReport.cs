using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Observing;

/// <summary>What enforcing would have done with the observed runs of a scope: all of them, by resource and by workflow.</summary>
/// <param name="Whole">All runs.</param>
/// <param name="Resources">By group and key, those with most runs first.</param>
/// <param name="Workflows">By workflow; none for runs that name none.</param>
public sealed record ObservedReport(
    ObservedTally Whole,
    IReadOnlyList<(ResourceName Resource, ObservedTally Tally, Overlap Overlap)> Resources,
    IReadOnlyList<(string? Workflow, ObservedTally Tally)> Workflows
)
{
    /// <summary>Makes the report of some arrivals; they may be in any order.</summary>
    public static ObservedReport Of(IReadOnlyList<Arrival> arrivals)
    {
        var replayed = Replay.Of(arrivals);
        var runs = arrivals
            .DistinctBy(arrival => arrival.Run)
            .Select(arrival => (Arrival: arrival, Enforced: Of(replayed, arrival)))
            .ToList();
        var resources =
            from run in runs
            from need in run.Arrival.Seen.Ask.Needs
            where need.Resource.Kind != ResourceKind.Rate
            group run by need.Resource into members
            orderby members.Count() descending, members.Key
            select (
                members.Key,
                ObservedTally.Of([.. members]),
                Overlap.In(members.Key, [.. members.Select(run => run.Arrival)])
            );
        var workflows =
            from run in runs
            group run by run.Arrival.Seen.Ask.Origin.Workflow into members
            orderby members.Count() descending, members.Key
            select (members.Key, ObservedTally.Of([.. members]));
        return new(ObservedTally.Of(runs), [.. resources], [.. workflows]);
    }

    private static Enforced Of(Replay replayed, Arrival arrival) =>
        replayed.Runs.TryGetValue(arrival.Run, out var run) ? Of(run)
        : replayed.Answers.TryGetValue(arrival.Run, out var answer) ? Enforced.Of(answer, arrival.Run)
        : arrival.Seen.Ask.Parent is { } parent
            ? new Enforced.Never(Conclusion.Cancelled, new Reason.ParentOver(parent))
        : new Enforced.Unknown("it was not replayed");

    private static Enforced Of(Run run) =>
        run switch
        {
            { StartedAt: null } => new Enforced.Never(
                run.Conclusion ?? Conclusion.Cancelled,
                run.Reason ?? new Reason.Free()
            ),
            { StartedAt: { } started, Stop: { } stop } => new Enforced.Stopped(stop.At - started, stop.Reason),
            { StartedAt: { } started } when started > run.AskedAt => new Enforced.Later(
                started - run.AskedAt,
                run.Reason ?? new Reason.Free()
            ),
            _ => new Enforced.AtOnce(),
        };
}
