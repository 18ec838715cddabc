using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Peers;

namespace Baton.Benchmarks.Rows;

/// <summary>From the end of a section to the start of the next, over PostgreSQL: beside sessions that wait for an advisory lock.</summary>
internal sealed class PostgresHandOff : IRow
{
    public string Name => "postgres-hand-off";

    public string What => "end of a 5 ms section to the start of the next over PostgreSQL: 2, 8, 32 processes wait";

    public IReadOnlyList<Line> Measure(Bench bench) => MeasureAsync(bench).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Line>> MeasureAsync(Bench bench)
    {
        var server = await PostgresPeers.StartAsync().ConfigureAwait(false);
        if (server is null)
            return [new("hand-off over PostgreSQL", "ms", [new("baton, postgres", null, "not installed")])];
        await using var open = server.ConfigureAwait(false);
        Peer[] peers = [server.Baton(bench.Baton), server.AdvisoryLock()];
        var lines = new List<Line>();
        foreach (var (waiting, rounds) in bench.Pick(quick: [(2, 1)], full: ((int, int)[])[(2, 20), (8, 8), (32, 3)]))
        {
            var samples = peers.Select(_ => new Sample()).ToArray();
            for (var round = 0; round < rounds; round++)
            for (var peer = 0; peer < peers.Length; peer++)
                if (peers[peer].IsHere)
                    HandOff.Gather(bench, peers[peer], waiting, samples[peer]);
            lines.AddRange(Tell(peers, waiting, samples));
        }
        return lines;
    }

    private static IEnumerable<Line> Tell(Peer[] peers, int waiting, Sample[] samples)
    {
        yield return Tell("median", sample => sample.Median, 1);
        yield return Tell("95th percentile", sample => sample.P95, 0.5);

        Line Tell(string which, Func<Sample, double?> figure, double bound) =>
            new(
                $"hand-off over PostgreSQL, {waiting} wait, {which}",
                "ms",
                [
                    .. peers.Select(
                        (peer, at) => new Value(peer.Name, figure(samples[at]), peer.IsHere ? null : peer.Absent)
                    ),
                ],
                samples[1].Count > 0 ? [Aim.AtMost(bound, "× psql", figure(samples[0]) / figure(samples[1]))] : []
            );
    }
}
