using System.Globalization;

namespace Baton.Tests.Engine.Properties;

/// <summary>Random worlds over the real engine. A failure prints its seed: replay with BATON_SEED=n.</summary>
public sealed class PropertyTests
{
    private const int Worlds = 100;

    [Theory]
    [InlineData("groups")]
    [InlineData("keys")]
    [InlineData("bursts")]
    [InlineData("nested")]
    [InlineData("settings")]
    [InlineData("all")]
    public void Promises_hold_in_random_worlds(string kind)
    {
        var chosen = Environment.GetEnvironmentVariable("BATON_SEED");
        var first = chosen is null ? 1 : int.Parse(chosen, CultureInfo.InvariantCulture);
        var count = chosen is null
            ? int.Parse(Environment.GetEnvironmentVariable("BATON_WORLDS") ?? $"{Worlds}", CultureInfo.InvariantCulture)
            : 1;
        for (var seed = first; seed < first + count; seed++)
            Play(seed, kind);
    }

    private static void Play(int seed, string kind)
    {
        var world = new World(
            seed,
            new(
                kind is "keys" or "all",
                kind is "bursts" or "all",
                kind is "nested" or "all" or "settings",
                kind is "settings" or "all"
            ),
            (view, commands, now) => Baton.Engine.Engine.Apply(view, commands, now)
        );
        try
        {
            world.Play(
                int.Parse(Environment.GetEnvironmentVariable("BATON_STEPS") ?? "60", CultureInfo.InvariantCulture)
            );
            world.Drain();
        }
        catch (Exception failure)
        {
            var trace = string.Join('\n', world.Trace.TakeLast(400));
            throw new InvalidOperationException(
                $"{kind}: replay with BATON_SEED={seed}\n{failure.Message}\n{trace}\n{failure.StackTrace}"
            );
        }
    }
}
