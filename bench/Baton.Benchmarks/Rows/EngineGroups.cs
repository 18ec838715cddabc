using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>The engine alone, in memory, with few and many groups in use.</summary>
internal sealed class EngineGroups : IRow
{
    private static readonly int[] Sizes = [1_000, 1_000_000];

    public string Name => "groups";

    public string What => "the engine alone: commands a second with 1,000 and 1,000,000 groups";

    public IReadOnlyList<Line> Measure(Bench bench)
    {
        var (plain, audited) = Rates.Of(
            bench,
            [.. Sizes.Select(size => (bench.Pick(quick: size / 100, full: size), 0))]
        );
        var lines = Sizes
            .Select((size, at) => Rates.Line($"engine, {size:#,0} groups", plain[at], audited[at]))
            .ToList();
        lines[1] = lines[1] with { Aims = [Aim.AtMost(1.75, "× the time with 1,000", plain[0] / plain[1])] };
        return lines;
    }
}
