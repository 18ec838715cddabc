using System.Globalization;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Metrics;

/// <summary>
/// What a scope's state and history come to in numbers. There is no daemon that counts, and old runs and entries are
/// pruned: so all are gauges over what the store still has, and none pretends to be a counter that only grows.
/// </summary>
/// <param name="scope">The scope's name, the label of every sample.</param>
public sealed class ScopeMetrics(string scope)
{
    private const int MostEnded = 100_000,
        Chunk = 2000;
    private static readonly double[] Bounds = [1, 5, 15, 60, 300, 900, 1800, 3600, 14400];

    /// <summary>Reads a scope's metrics.</summary>
    /// <exception cref="StoreException">The store can't be reached or read.</exception>
    public async ValueTask<IReadOnlyList<MetricFamily>> ReadAsync(IScopeHistory history, CancellationToken cancellation)
    {
        var live = await history.LiveRunsAsync(cancellation).ConfigureAwait(false);
        var resources = await history.ResourcesAsync(cancellation).ConfigureAwait(false);
        var ended = await history.EndedRunsAsync(MostEnded, cancellation).ConfigureAwait(false);
        var records = await RecordsAsync(history, cancellation).ConfigureAwait(false);
        return Of(live, resources, ended, records);
    }

    /// <summary>The metrics of a scope in which nothing has happened.</summary>
    public IReadOnlyList<MetricFamily> Nothing() => Of([], [], [], new Dictionary<string, long>());

    private IReadOnlyList<MetricFamily> Of(
        IReadOnlyList<Run> live,
        IReadOnlyList<Resource> resources,
        IReadOnlyList<Run> ended,
        IReadOnlyDictionary<string, long> records
    ) =>
        [
            Gauge(
                "baton_live_runs",
                "live runs by state",
                [RunState.Waiting, RunState.Running, RunState.Stopping],
                state => (("state", Words.States[state]), live.Count(run => run.State == state))
            ),
            OfResources(
                "baton_resource_capacity",
                "units that a resource has",
                resources,
                one => one.Settings.Capacity
            ),
            OfResources("baton_resource_held", "units held, lingering ones too", resources, one => one.Held),
            OfResources("baton_resource_waiting", "runs that wait for a resource", resources, one => one.Pending),
            OfResources("baton_resource_paused", "1 if it grants nothing", resources, one => one.Paused ? 1 : 0),
            Gauge(
                "baton_ended_runs",
                "ended runs that the store still has, by conclusion",
                Words.Conclusions.Values,
                end => (("conclusion", Words.Conclusions[end]), ended.Count(run => run.Conclusion == end))
            ),
            Gauge(
                "baton_audit_entries",
                "entries that the audit still has, by kind",
                records.OrderBy(one => one.Key, StringComparer.Ordinal),
                one => (("kind", one.Key), one.Value)
            ),
            Histogram("baton_wait_seconds", "from asking to start, of ended runs", ended.Select(Wait)),
            Histogram("baton_hold_seconds", "from start to end, of ended runs", ended.Select(Hold)),
        ];

    private static TimeSpan? Wait(Run run) => run.StartedAt is { } start ? start - run.AskedAt : null;

    private static TimeSpan? Hold(Run run) => run is { StartedAt: { } start, EndedAt: { } end } ? end - start : null;

    private MetricFamily Gauge<T>(
        string name,
        string help,
        IEnumerable<T> items,
        Func<T, ((string Name, string Value) Label, long Count)> sample
    ) =>
        new(
            name,
            "gauge",
            help,
            "",
            [.. items.Select(sample).Select(one => new MetricSample("", [("scope", scope), one.Label], one.Count))]
        );

    private MetricFamily OfResources(
        string name,
        string help,
        IEnumerable<Resource> resources,
        Func<Resource, long> value
    ) =>
        new(
            name,
            "gauge",
            help,
            "",
            [
                .. resources.Select(one => new MetricSample(
                    "",
                    [("scope", scope), ("kind", Words.Kinds[one.Name.Kind]), ("name", one.Name.Name)],
                    value(one)
                )),
            ]
        );

    private MetricFamily Histogram(string name, string help, IEnumerable<TimeSpan?> spans)
    {
        var seconds = spans.OfType<TimeSpan>().Select(span => span.TotalSeconds).ToList();
        var samples = Bounds
            .Append(double.PositiveInfinity)
            .Select(bound => new MetricSample(
                "_bucket",
                [("scope", scope), ("le", Bound(bound))],
                seconds.Count(one => one <= bound)
            ))
            .ToList();
        samples.Add(new("_gcount", [("scope", scope)], seconds.Count));
        samples.Add(new("_gsum", [("scope", scope)], Math.Round(seconds.Sum(), 3)));
        return new(name, "gaugehistogram", help, "seconds", samples);
    }

    private static string Bound(double bound) =>
        double.IsInfinity(bound) ? "+Inf" : bound.ToString("0.0", CultureInfo.InvariantCulture);

    private static async ValueTask<IReadOnlyDictionary<string, long>> RecordsAsync(
        IScopeHistory history,
        CancellationToken cancellation
    )
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        long next = 1;
        while (await history.RecordsAsync(next, Chunk, cancellation).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                var kind = entry.Fact is AuditFact.Happened { Record: var record }
                    ? Words.Records[record.Kind]
                    : "pruned";
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }

            next = entries[^1].Number + 1;
        }

        return counts;
    }
}
