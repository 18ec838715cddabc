using Baton.Engine.Runs;
using Baton.Runtime.Estimates;

namespace Baton.Runtime.Reporting;

/// <summary>What the runs of a stretch of time come to: all, by workflow, by what prevented them, by day.</summary>
/// <param name="Whole">All runs.</param>
/// <param name="Workflows">By workflow, those with most runs first; none for runs that name none.</param>
/// <param name="Rules">What prevented how many, the most first.</param>
/// <param name="Days">By the day of asking, UTC, in order; days without a run are there.</param>
public sealed record RunReckoning(
    RunTally Whole,
    IReadOnlyList<(string? Workflow, RunTally Tally)> Workflows,
    IReadOnlyList<(string Rule, int Count)> Rules,
    IReadOnlyList<(DateOnly Day, RunTally Tally)> Days
)
{
    /// <summary>How many proceeded unprotected.</summary>
    public int Unprotected { get; private init; }

    /// <summary>Reckons.</summary>
    public static RunReckoning Of(RunTales gathered)
    {
        ArgumentNullException.ThrowIfNull(gathered);
        var tales = gathered.All;
        var usual = tales
            .Where(tale => tale is { Conclusion: Conclusion.Success, Ran: not null })
            .GroupBy(tale => tale.Origin.Workflow ?? "")
            .ToDictionary(group => group.Key, group => Spread.Of([.. group.Select(tale => tale.Ran!.Value)])!.Median);
        RunTally Tally(IReadOnlyCollection<RunTale> some) =>
            RunTally.Of(some, workflow => usual.TryGetValue(workflow ?? "", out var time) ? time : null);

        return new(
            Tally(tales),
            [
                .. tales
                    .GroupBy(tale => tale.Origin.Workflow)
                    .OrderByDescending(group => group.Count())
                    .ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => (group.Key, Tally([.. group]))),
            ],
            [
                .. tales
                    .Where(tale => tale.IsPrevented)
                    .CountBy(Prevention.RuleOf)
                    .OrderByDescending(rule => rule.Value)
                    .ThenBy(rule => rule.Key, StringComparer.Ordinal)
                    .Select(rule => (rule.Key, rule.Value)),
            ],
            ByDay(tales, Tally)
        )
        {
            Unprotected = gathered.Unprotected,
        };
    }

    private static List<(DateOnly, RunTally)> ByDay(
        IReadOnlyCollection<RunTale> tales,
        Func<IReadOnlyCollection<RunTale>, RunTally> tally
    )
    {
        if (tales.Count == 0)
            return [];
        var byDay = tales.ToLookup(tale => DateOnly.FromDateTime(tale.Wall.UtcDateTime));
        var (first, last) = (byDay.Min(day => day.Key), byDay.Max(day => day.Key));
        return
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => (day, tally([.. byDay[day]]))),
        ];
    }
}
