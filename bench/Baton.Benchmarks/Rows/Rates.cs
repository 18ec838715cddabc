using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Rows;

/// <summary>Measures scopes of several sizes in turn, with and without audit.</summary>
internal static class Rates
{
    /// <summary>Median commands a second of each scope: bare, and with audit entries, hashes and sentences.</summary>
    public static (double[] Plain, double[] Audited) Of(Bench bench, IReadOnlyList<(int Groups, int Waiting)> sizes)
    {
        var scopes = sizes.Select(size => new SteadyScope(
            size.Groups,
            bench.Pick(Math.Min(size.Waiting, 100), size.Waiting)
        ));
        var all = scopes.Select(scope => (Scope: scope, Plain: new Sample(), Audited: new Sample())).ToList();
        var commands = bench.Pick(quick: 200, full: 20_000);
        for (var round = -bench.Pick(quick: 0, full: 4); round < bench.Pick(quick: 1, full: 9); round++)
            foreach (var (scope, plain, audited) in all)
            {
                var (bare, whole) = (scope.Rate(commands, Extras.None), scope.Rate(commands, Extras.Audit));
                if (round < 0)
                    continue; // the compiler is still at work
                plain.Add(bare);
                audited.Add(whole);
            }
        return ([.. all.Select(one => one.Plain.Median!.Value)], [.. all.Select(one => one.Audited.Median!.Value)]);
    }

    /// <summary>A line of both.</summary>
    public static Line Line(string what, double plain, double audited) =>
        new(
            $"{what}, commands a second",
            "/s",
            [new("baton", plain), new("with audit entries, hashes and sentences", audited)]
        );
}
