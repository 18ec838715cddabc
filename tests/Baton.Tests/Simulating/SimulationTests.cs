using System.Globalization;
using Baton.Engine.Commands;
using Baton.Proof.Simulating;
using Baton.Runtime.Stores;
using Baton.Tests.Engine.Planted;

namespace Baton.Tests.Simulating;

/// <summary>A slice of what `./build simulate-faults` does: seeds are counted, not timed. A failure prints its seed: replay with BATON_SEED=n.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 200;

    [Fact]
    public void No_fault_of_the_world_breaks_a_promise()
    {
        var chosen = Environment.GetEnvironmentVariable("BATON_SEED");
        var first = chosen is null ? 1 : int.Parse(chosen, CultureInfo.InvariantCulture);
        for (var seed = first; seed < first + (chosen is null ? Seeds : 1); seed++)
        {
            var simulated = Simulation.Of(seed, Fittings.Real);
            if (simulated.Violation is not null)
                Assert.Fail($"replay with BATON_SEED={seed}\n{Shown(simulated)}");
        }
    }

    /// <summary>The look at who is next in line lasted until the end of what was trusted, and a renewal was tried for a second beyond.</summary>
    [Theory]
    [InlineData(930897490)]
    public void A_seed_that_once_broke_a_promise_breaks_none(int seed) =>
        Simulation.Of(seed, Fittings.Real).Violation.ShouldBeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_same_seed_gives_the_same_trace(int seed) =>
        Simulation.Of(seed, Fittings.Real).Hash.ShouldBe(Simulation.Of(seed, Fittings.Real).Hash);

    [Fact]
    public void Another_seed_gives_another_trace() =>
        Simulation.Of(1, Fittings.Real).Hash.ShouldNotBe(Simulation.Of(2, Fittings.Real).Hash);

    [Fact]
    public void Every_kind_of_fault_happens()
    {
        var worlds = Enumerable.Range(1, 40).Select(seed => Simulation.Of(seed, Fittings.Real).World).ToList();
        foreach (var fault in Enum.GetValues<Fault>())
            worlds.Sum(world => world.Faults.Count(fault)).ShouldBeGreaterThan(0, $"{fault}");
    }

    /// <summary>It was heard the first time: the run is in line again, with another token, or over.</summary>
    [Fact]
    public void A_process_whose_every_end_must_be_said_twice_still_knows_what_became_of_its_run()
    {
        var deaf = Fittings.Real with
        {
            Store = (store, process) => new MisheardStore(store, LoseAnswersToEnds(process)),
        };
        foreach (var seed in Enumerable.Range(1, 100))
            Simulation.Of(seed, deaf).Violation.ShouldBeNull($"seed {seed}");
    }

    private static MisheardStore.Mishearing LoseAnswersToEnds(SimulatedProcess process)
    {
        var lost = new HashSet<Command>();
        return async (command, send) =>
        {
            var applied = await send().ConfigureAwait(false);
            return command is Command.End && !process.World.Faults.Healed && lost.Add(command)
                ? throw new StoreException(StoreFault.Unavailable, "the answer is lost")
                : applied;
        };
    }

    private static string Shown(Simulated simulated)
    {
        using var text = new StringWriter();
        SimulationReport.Write(simulated, text);
        return text.ToString();
    }
}
