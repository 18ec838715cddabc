using System.Globalization;
using Baton.Proof.Fuzzing;

namespace Baton.Tests.Workflows;

/// <summary>
/// A slice of `./build fuzz`: what strangers write comes to an answer, whatever it is. A failure prints its seed:
/// BATON_SEED=n; BATON_WORLDS=n tries n of them. How long an answer takes is judged by `./build fuzz` alone.
/// </summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("files", 800, 20)]
    [InlineData("expressions", 4000, 200)]
    [InlineData("patterns", 8000, 50)]
    [InlineData("forecasts", 500, 250)]
    [InlineData("workflows", 300, 200)]
    public void Whatever_it_is_it_has_an_answer(string name, int count, int sound)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);
        var chosen = Environment.GetEnvironmentVariable("BATON_SEED");
        var more = Environment.GetEnvironmentVariable("BATON_WORLDS");
        var first = chosen is { Length: > 0 } ? int.Parse(chosen, CultureInfo.InvariantCulture) : 1;
        var seeds =
            chosen is { Length: > 0 } ? 1
            : more is { Length: > 0 } ? int.Parse(more, CultureInfo.InvariantCulture)
            : count;
        var came = 0;
        for (var seed = first; seed < first + seeds; seed++)
            came += Try(target, seed) ? 1 : 0;
        if (seeds >= count)
            came.ShouldBeGreaterThan(sound, "what is tried is too wild to be worth anything");
    }

    [Fact]
    public void Every_target_has_its_slice() =>
        FuzzTargets
            .All.Select(target => target.Name)
            .ShouldBe(["files", "expressions", "patterns", "forecasts", "workflows"], ignoreOrder: true);

    private static bool Try(IFuzzTarget target, int seed)
    {
        try
        {
            return target.Try(seed);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"replay with BATON_SEED={seed}: {target.Input(seed)}", failure);
        }
    }
}
