using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>The engine alone, in memory, one command at a time, with few and many runs that wait for one group.</summary>
internal sealed class EngineWaiting : IRow
{
    private static readonly int[] Sizes = [10, 1_000, 100_000];

    public string Name => "engine";

    public string What => "the engine alone: commands a second with 10, 1,000 and 100,000 waiting";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var (plain, audited) = Rates.Of(bench, [.. Sizes.Select(size => (1, size))]);
        var lines = Sizes
            .Select((size, at) => Rates.Line($"engine, {size:#,0} waiting", plain[at], audited[at]))
            .ToList();
        lines[1] = lines[1] with { Aims = [Aim.AtLeast(1_000_000, "/s", plain[1])] };
        lines[2] = lines[2] with { Aims = [Aim.AtMost(1.25, "× the time with 10", plain[0] / plain[2])] };
        return lines;
    }
}
