using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// Decisions a second in one process, each answered after its commit, from 1 and from 32 callers; beside how often the
/// disk syncs, and beside durable writes to etcd.
/// </summary>
internal sealed class DecisionRate : IRow
{
    private const int Many = 32;

    public string Name => "decisions";

    public string What => "decisions a second with 1 and 32 callers in one process, answered after the commit";

    public IReadOnlyList<Line> Measure(Bench bench) => MeasureAsync(bench).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Line>> MeasureAsync(Bench bench)
    {
        var span = bench.Pick(quick: TimeSpan.FromMilliseconds(20), full: TimeSpan.FromSeconds(1));
        var (sync, one, many, putOne, putMany) = (new Sample(), new Sample(), new Sample(), new Sample(), new Sample());
        var settings = new SqliteSettings(
            Path.Combine(bench.Folder, "decisions.db"),
            new MachineClock(new BootClock(TimeProvider.System))
        );
        await using var store = new GroupCommit(
            await SqliteScope.OpenAsync("bench", settings, CancellationToken.None).ConfigureAwait(false)
        );
        using var puts = bench.Etcd is { } server ? new EtcdPuts(server.Address) : null;
        for (var round = 0; round < bench.Pick(quick: 1, full: 7); round++)
        {
            sync.Add(Disk.Rate(bench.Folder, span));
            one.Add(
                await Callers
                    .RateAsync(1, span, number => new Caller(store, number, round).DecideAsync)
                    .ConfigureAwait(false)
            );
            many.Add(
                await Callers
                    .RateAsync(Many, span, number => new Caller(store, number, round).DecideAsync)
                    .ConfigureAwait(false)
            );
            if (puts is null)
                continue;
            putOne.Add(await Callers.RateAsync(1, span, puts.Of).ConfigureAwait(false));
            putMany.Add(await Callers.RateAsync(Many, span, puts.Of).ConfigureAwait(false));
        }
        return Tell(sync.Median!.Value, (one.Median!.Value, many.Median!.Value), (putOne.Median, putMany.Median));
    }

    private static List<Line> Tell(double sync, (double One, double Many) baton, (double? One, double? Many) etcd) =>
        [
            new("fdatasyncs a second, 4 kB into a file that is there", "/s", [new("disk", sync)]),
            new(
                "decisions a second, 1 caller",
                "/s",
                [new("baton", baton.One), Put(etcd.One)],
                Aim.AtLeast(0.6, "× fdatasync", baton.One / sync)
            ),
            new(
                $"decisions a second, {Many} callers",
                "/s",
                [new("baton", baton.Many), Put(etcd.Many)],
                Aim.AtLeast(4, "× 1 caller", baton.Many / baton.One)
            ),
        ];

    private static Value Put(double? amount) => new("etcd put", amount, amount is null ? "not installed" : null);
}
