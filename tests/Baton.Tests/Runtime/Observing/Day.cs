using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Observing;

namespace Baton.Tests.Runtime.Observing;

/// <summary>Arrivals of a made-up day, in seconds.</summary>
internal static class Day
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>A run that arrived at a second, and took so many.</summary>
    public static Arrival Run(int number, int at, int took, params IReadOnlyList<Need> needs) =>
        Run(number, at, (took, Conclusion.Success), needs);

    /// <summary>The same, with how it ended.</summary>
    public static Arrival Run(
        int number,
        int at,
        (int Took, Conclusion Conclusion) end,
        params IReadOnlyList<Need> needs
    )
    {
        var ask = new Ask
        {
            Run = Name(number),
            Request = new RequestId($"q{number:00000}"),
            Owner = Owner.Unknown,
            Needs = [.. needs],
            Origin = new Origin { Workflow = $"flow-{number % 3}" },
        };
        return new Arrival(new Observation(ask, end.Took * Second, end.Conclusion), Instant.Zero + (at * Second));
    }

    /// <summary>The name of a run.</summary>
    public static RunId Name(int number) => new($"r{number:00000}");

    /// <summary>A day's arrivals: at any second of it, most of them short.</summary>
    public static IEnumerable<(int At, int Took)> Moments(Random chance, int count) =>
        Enumerable
            .Range(0, count)
            .Select(_ =>
                (At: chance.Next(86_400), Took: chance.Next(5) == 0 ? chance.Next(1, 3600) : chance.Next(1, 300))
            )
            .OrderBy(moment => moment.At);
}
