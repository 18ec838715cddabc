using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;
using Baton.Engine.Commands;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Postgres;
using Npgsql;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// Decisions a second over PostgreSQL, each answered after its commit, beside what the same server does with one statement
/// that updates a row and inserts another: on 32 scopes and on one, and on one in which many wait.
/// </summary>
internal sealed class PostgresRate : IRow
{
    private const int Many = 32,
        Sharing = 8,
        Warm = 3;

    public string Name => "postgres-decisions";

    public string What =>
        "decisions a second over PostgreSQL: 32 clients on 32 scopes, 32 on one, 10 to 100,000 waiting";

    public IReadOnlyList<Line> Measure(Bench bench) => MeasureAsync(bench).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Line>> MeasureAsync(Bench bench)
    {
        var server = await PostgresPeers.StartAsync().ConfigureAwait(false);
        if (server is null)
            return [new("decisions a second over PostgreSQL", "/s", [new("baton", null, "not installed")])];
        await using var open = server.ConfigureAwait(false);
        var span = bench.Pick(quick: TimeSpan.FromMilliseconds(200), full: TimeSpan.FromSeconds(2));
        var rounds = bench.Pick(quick: 1, full: 5);
        var (apart, raw) = await ApartAsync(server, span, rounds).ConfigureAwait(false);
        var (hot, rawHot) = await HotAsync(server, span, rounds).ConfigureAwait(false);
        return
        [
            new(
                $"decisions a second over PostgreSQL, {Many} clients on {Many} scopes",
                "/s",
                [new("baton", apart.Single), new("raw", raw)],
                Aim.AtLeast(0.8, "× raw", apart.Single / raw)
            ),
            new(
                $"the same, {Sharing} callers in each client",
                "/s",
                [new("baton", apart.Shared), new("raw", raw)],
                Aim.AtLeast(2, "× raw", apart.Shared / raw)
            ),
            new(
                $"decisions a second over PostgreSQL, {Many} callers of one process on one scope",
                "/s",
                [new("baton", hot), new("raw", rawHot)],
                Aim.AtLeast(4, "× raw", hot / rawHot)
            ),
            await WaitingAsync(bench, server, span).ConfigureAwait(false),
        ];
    }

    private static async Task<((double Single, double Shared) Baton, double Raw)> ApartAsync(
        PostgresPeers server,
        TimeSpan span,
        int rounds
    )
    {
        var stores = new List<IScopeStore>();
        for (var number = 0; number < Many; number++)
            stores.Add(new GroupCommit(await OpenAsync(server, $"apart-{number}").ConfigureAwait(false)));
        var (single, shared, raw) = (new Sample(), new Sample(), new Sample());
        for (var round = -Warm; round < rounds; round++)
        {
            var plain = await RawAsync(server, span, number => number).ConfigureAwait(false);
            var one = await Callers
                .RateAsync(Many, span, number => new Caller(stores[number], number, round).DecideAsync)
                .ConfigureAwait(false);
            var several = await Callers
                .RateAsync(
                    Many * Sharing,
                    span,
                    number => new Caller(stores[number % Many], Many + number, round).DecideAsync
                )
                .ConfigureAwait(false);
            if (round < 0)
                continue; // the compiler is still at work
            raw.Add(plain);
            single.Add(one);
            shared.Add(several);
        }
        foreach (var store in stores)
            await store.DisposeAsync().ConfigureAwait(false);
        return ((single.Median!.Value, shared.Median!.Value), raw.Median!.Value);
    }

    private static async Task<(double Baton, double Raw)> HotAsync(PostgresPeers server, TimeSpan span, int rounds)
    {
        await using var store = new GroupCommit(await OpenAsync(server, "hot").ConfigureAwait(false));
        var (baton, raw) = (new Sample(), new Sample());
        for (var round = -1; round < rounds; round++)
        {
            var plain = await RawAsync(server, span, _ => 0).ConfigureAwait(false);
            var shared = await Callers
                .RateAsync(Many, span, number => new Caller(store, number, round).DecideAsync)
                .ConfigureAwait(false);
            if (round < 0)
                continue;
            raw.Add(plain);
            baton.Add(shared);
        }
        return (baton.Median!.Value, raw.Median!.Value);
    }

    private static async Task<Line> WaitingAsync(Bench bench, PostgresPeers server, TimeSpan span)
    {
        var values = new List<Value>();
        foreach (var waiting in bench.Pick(quick: [10, 100], full: (int[])[10, 1_000, 100_000]))
        {
            await using var store = await OpenAsync(server, $"waiting-{waiting}").ConfigureAwait(false);
            const int page = 500;
            for (var first = 0; first <= waiting; first += page)
                await store
                    .ApplyAsync(
                        [
                            .. Enumerable
                                .Range(first, Math.Min(page, waiting + 1 - first))
                                .Select(number => new Command.Request(Asks.Of($"w{number}", "line"))),
                        ],
                        CancellationToken.None
                    )
                    .ConfigureAwait(false);
            await server.ExecuteAsync("ANALYZE").ConfigureAwait(false);
            var rate = new Sample();
            for (var round = -1; round < bench.Pick(quick: 1, full: 5); round++)
            {
                var once = await Callers
                    .RateAsync(1, span, number => new Caller(store, number, round).DecideAsync)
                    .ConfigureAwait(false);
                if (round >= 0)
                    rate.Add(once);
            }
            values.Add(new($"{waiting} waiting", 1000 / rate.Median!.Value));
        }
        return new(
            "a decision over PostgreSQL in a scope in which others wait, 1 caller",
            "ms",
            values,
            Aim.AtMost(1.25, "× with 10 waiting", values[^1].Amount!.Value / values[0].Amount!.Value)
        );
    }

    private static async Task<double> RawAsync(PostgresPeers server, TimeSpan span, Func<int, int> counter)
    {
        var writers = new List<(Func<Task> Once, NpgsqlConnection Connection)>();
        for (var number = 0; number < Many; number++)
            writers.Add(await server.WriterAsync(counter(number)).ConfigureAwait(false));
        var rate = await Callers.RateAsync(Many, span, number => writers[number].Once).ConfigureAwait(false);
        foreach (var writer in writers)
            await writer.Connection.DisposeAsync().ConfigureAwait(false);
        return rate;
    }

    private static ValueTask<PostgresScope> OpenAsync(PostgresPeers server, string scope) =>
        PostgresScope.OpenAsync(
            scope,
            new PostgresSettings(PostgresAddress.Parse(server.Address), TimeProvider.System),
            CancellationToken.None
        );
}
