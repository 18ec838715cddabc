using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Proof.Exploring;
using Baton.Proof.Simulating;

namespace Baton.Tests.Engine.Planted;

/// <summary>A fault over the real engine: it is told something wrong, or something wrong is made of what it says.</summary>
/// <param name="Promise">The promise that it breaks.</param>
/// <param name="View">What the engine is told.</param>
/// <param name="Says">What becomes of its outcome.</param>
internal sealed record PlantedFault(
    int Promise,
    Func<IScopeView, IScopeView>? View = null,
    Func<Outcome, MemoryScope, Outcome>? Says = null
)
{
    /// <summary>What it takes a command for.</summary>
    public Func<Command, MemoryScope, Command> Hears { get; init; } = (command, _) => command;

    public Outcome Apply(MemoryScope scope, IReadOnlyList<Command> commands, Instant now)
    {
        var heard = commands.Select(command => Hears(command, scope)).ToList();
        var outcome = Baton.Engine.Engine.Apply(View?.Invoke(scope) ?? scope, heard, now);
        return Says?.Invoke(outcome, scope) ?? outcome;
    }

    /// <summary>Each change as something else, or dropped.</summary>
    public static Func<Outcome, MemoryScope, Outcome> Changes(Func<Change, Change?> other) =>
        (outcome, _) => outcome with { Changes = [.. outcome.Changes.Select(other).OfType<Change>()] };

    /// <summary>Each record as something else, or dropped.</summary>
    public static Func<Outcome, MemoryScope, Outcome> Records(
        Func<Baton.Engine.Records.Record, Baton.Engine.Records.Record?> other
    ) =>
        (outcome, _) =>
            outcome with
            {
                Records = [.. outcome.Records.Select(other).OfType<Baton.Engine.Records.Record>()],
            };

    /// <summary>Whether a simulated world notices within some seeds.</summary>
    public bool IsFoundBySimulating(int seeds) =>
        CoordinatorFaults.IsFound(Fittings.Real with { Apply = Apply }, seeds);

    /// <summary>Whether the explorer notices within some states of each world.</summary>
    public bool IsFoundByExploring(int states) => Worlds.All.Any(world => IsFound(world.Over(Apply), states));

    private static bool IsFound(EngineWorld world, int states)
    {
        try
        {
            return new DeepSearch<WorldState>(world, seen => seen < states).Run().Fault is not null;
        }
        catch (Exception noticed) when (noticed is not OutOfMemoryException)
        {
            return true;
        }
    }

    /// <summary>Whether the promises notice within some worlds.</summary>
    public bool IsNoticed(int worlds)
    {
        for (var seed = 1; seed <= worlds; seed++)
        {
            var world = new Properties.World(
                seed,
                new(Keys: true, Bursts: seed % 2 == 0, Nested: true, Operated: true),
                Apply
            );
            try
            {
                world.Play(60);
                world.Drain();
            }
            catch (Exception noticed) when (noticed is not OutOfMemoryException)
            {
                return true;
            }
        }
        return false;
    }
}
