using Baton.Runtime.Wording;

namespace Baton.Runtime.Observing;

/// <summary>What enforcing would have done with some observed runs, counted.</summary>
public sealed record ObservedTally
{
    /// <summary>How many runs there were.</summary>
    public required int Arrivals { get; init; }

    /// <summary>How many of them by what would have become of them: <c>granted</c>, <c>waiting</c>, <c>stopped</c>, or how they would have ended.</summary>
    public required IReadOnlyList<(string Word, int Count)> Counts { get; init; }

    /// <summary>How long they would have waited, all together.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>The longest of these waits.</summary>
    public required TimeSpan LongestWait { get; init; }

    /// <summary>How long commands ran that would not have started, or not have run on.</summary>
    public required TimeSpan Spared { get; init; }

    /// <summary>Counts some runs.</summary>
    public static ObservedTally Of(IReadOnlyList<(Arrival Arrival, Enforced Enforced)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var waits = runs.Select(run => run.Enforced).OfType<Enforced.Later>().Select(later => later.After).ToList();
        return new ObservedTally
        {
            Arrivals = runs.Count,
            Counts =
            [
                .. runs.GroupBy(run => EnforcedWords.Word(run.Enforced), StringComparer.Ordinal)
                    .Select(group => (Word: group.Key, Count: group.Count()))
                    .OrderByDescending(one => one.Count)
                    .ThenBy(one => one.Word, StringComparer.Ordinal),
            ],
            Waited = Sum(waits),
            LongestWait = waits.DefaultIfEmpty(TimeSpan.Zero).Max(),
            Spared = Sum(runs.Select(run => SparedBy(run.Arrival, run.Enforced))),
        };
    }

    private static TimeSpan SparedBy(Arrival arrival, Enforced enforced) =>
        enforced switch
        {
            Enforced.Never => arrival.Seen.Took,
            Enforced.Stopped stopped when stopped.After < arrival.Seen.Took => arrival.Seen.Took - stopped.After,
            _ => TimeSpan.Zero,
        };

    private static TimeSpan Sum(IEnumerable<TimeSpan> spans) => new(spans.Sum(span => span.Ticks));
}
