using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>
/// What a command costs that is run under a lock nobody else wants: from the start of the program to its end. Baton's is
/// durable: the grant and the end are two commits, each synced, in a database that has been used before.
/// </summary>
internal sealed class WholeProcess : IRow
{
    public string Name => "start";

    public string What => "whole process: PEER -- true";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var here = bench.Peers.Where(peer => peer.IsHere).ToList();
        var (wall, cpu, memory) = (Samples(bench), Samples(bench), Samples(bench));
        var rounds = bench.Pick(quick: 2, full: 200);
        for (var round = -bench.Pick(quick: 1, full: 10); round < rounds; round++)
            foreach (var peer in here)
            {
                var (took, cost) = Launch.Time(peer.Holding("start", "true"), bench.Environment);
                if (cost.Status != 0)
                    throw new InvalidOperationException($"{peer.Name} ended with status {cost.Status}");
                if (round < 0)
                    continue; // makes files and fills caches
                wall[peer.Name].Add(took.TotalMilliseconds);
                cpu[peer.Name].Add(cost.Cpu.TotalMilliseconds);
            }
        for (var round = 0; round < bench.Pick(quick: 1, full: 10); round++)
            foreach (var peer in here)
                memory[peer.Name]
                    .Add(Launch.PeakKilobytes(peer.Holding("start", "true"), bench.Environment) * 1024 / 1e6);
        var line = Lines.Of(bench, "whole process, `-- true`, median", "ms", peer => wall[peer].Median);
        var (baton, flock, etcd) = (line.Of("baton"), line.Of("flock"), line.Of("etcdctl lock"));
        var peak = Lines.Of(bench, "peak memory", "MB", peer => memory[peer].Largest);
        return
        [
            line with
            {
                Aims = [Aim.AtMost(4, "× flock", baton / flock), Aim.AtMost(0.5, "× etcdctl lock", baton / etcd)],
            },
            Lines.Of(bench, "whole process, `-- true`, 95th percentile", "ms", peer => wall[peer].P95),
            Lines.Of(bench, "processor time of it, median", "ms", peer => cpu[peer].Median),
            peak with
            {
                Aims = [Aim.AtMost(10, "MB", peak.Of("baton"))],
            },
        ];
    }

    private static Dictionary<string, Sample> Samples(Bench bench) =>
        bench.Peers.ToDictionary(peer => peer.Name, _ => new Sample(), StringComparer.Ordinal);
}
