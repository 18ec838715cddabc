using Baton.Proof.Exploring;

namespace Baton.Tests.Exploring;

/// <summary>
/// A slice of what `./build explore` does: each world as far as some states go, counted, not timed, so that it is the same on every
/// machine.
/// </summary>
public sealed class WorldTests
{
    private const int States = 1500;

    public static TheoryData<string> Names => [.. Worlds.All.Select(world => world.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_interleaving_breaks_a_promise(string name)
    {
        var found = new DeepSearch<WorldState>(
            Worlds.All.Single(world => world.Name == name),
            seen => seen < States
        ).Run();
        if (found.Fault is not null)
            Assert.Fail(Baton.Proof.Timelines.Of(name, found));
        found.Ends.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_same_world_is_explored_in_the_same_way_each_time() => Look().ShouldBe(Look());

    private static (int, long, int) Look()
    {
        var found = new DeepSearch<WorldState>(Worlds.All[0], seen => seen < States).Run();
        return (found.States, found.Steps, found.Ends);
    }
}
