using System.Globalization;

namespace Baton.Proof.Fuzzing;

/// <summary>What `./build fuzz` is asked to do.</summary>
/// <param name="Seconds">How long, for all targets together.</param>
/// <param name="Seed">The only seed to try, where one is named.</param>
/// <param name="Targets">What to try.</param>
internal sealed record FuzzArguments(double Seconds, int? Seed, IReadOnlyList<IFuzzTarget> Targets)
{
    /// <summary>What arguments say, or null where they say nothing that is understood.</summary>
    public static FuzzArguments? Of(IReadOnlyList<string> args)
    {
        var asked = new FuzzArguments(60, null, FuzzTargets.All);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || asked.With(args[i], args[i + 1]) is not { } next)
                return null;
            asked = next;
        }

        return asked;
    }

    private FuzzArguments? With(string name, string value) =>
        name switch
        {
            "--seconds"
                when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    && seconds > 0 => this with
            {
                Seconds = seconds,
            },
            "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
            "--only" when FuzzTargets.All.FirstOrDefault(target => target.Name == value) is { } only => this with
            {
                Targets = [only],
            },
            _ => null,
        };
}
