using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>What a scope in memory takes for each run that waits, and for each group that somebody holds.</summary>
internal sealed class EngineMemory : IRow
{
    public string Name => "memory";

    public string What => "memory of a waiting run, and of a group with its holder";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var count = bench.Pick(quick: 1_000, full: 100_000);
        return
        [
            new("memory of a waiting run", "bytes", [new("baton", Bytes(1, count, count))]),
            new("memory of a group and the run that holds it", "bytes", [new("baton", Bytes(count, 0, count))]),
        ];
    }

    private static double Bytes(int groups, int waiting, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var scope = new SteadyScope(groups, waiting);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(scope);
        return (double)bytes / count;
    }
}
