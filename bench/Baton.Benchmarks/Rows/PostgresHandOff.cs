using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>From the end of a section to the start of the next, over PostgreSQL: beside sessions that wait for an advisory lock.</summary>
internal sealed class PostgresHandOff : IRow
{
    private const int Waiting = 8;

    public string Name => "postgres-hand-off";

    public string What => "end of a 5 ms section to the start of the next over PostgreSQL: 8 processes wait";

    public IReadOnlyList<Line> Measure(Bench bench) => MeasureAsync(bench).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Line>> MeasureAsync(Bench bench)
    {
        var server = await PostgresPeers.StartAsync().ConfigureAwait(false);
        if (server is null)
            return [new("hand-off over PostgreSQL", "ms", [new("baton, postgres", null, "not installed")])];
        await using var open = server.ConfigureAwait(false);
        Peer[] peers = [server.Baton(bench.Baton), server.AdvisoryLock()];
        var samples = peers.Select(_ => new Sample()).ToArray();
        for (var round = 0; round < bench.Pick(quick: 1, full: 12); round++)
        for (var peer = 0; peer < peers.Length; peer++)
            if (peers[peer].IsHere)
                HandOff.Gather(bench, peers[peer], bench.Pick(quick: 2, full: Waiting), samples[peer]);
        return
        [
            Tell(
                "median",
                sample => sample.Median,
                Aim.AtMost(1, "× psql", samples[0].Median!.Value / samples[1].Median!.Value)
            ),
            Tell(
                "95th percentile",
                sample => sample.P95,
                Aim.AtMost(0.5, "× psql", samples[0].P95!.Value / samples[1].P95!.Value)
            ),
        ];

        Line Tell(string which, Func<Sample, double?> figure, Aim aim) =>
            new(
                $"hand-off over PostgreSQL, {Waiting} wait, {which}",
                "ms",
                [
                    .. peers.Select(
                        (peer, at) => new Value(peer.Name, figure(samples[at]), peer.IsHere ? null : peer.Absent)
                    ),
                ],
                samples[1].Count > 0 ? [aim] : []
            );
    }
}
