using Baton.Tests.Tidy;

namespace Baton.Tests.Engine.Planted;

/// <summary>
/// The checks of the promises can fail: each of these faults, planted in the engine, in a coordinator or in a store, is
/// found, and docs/proof.md tells by whom.
/// </summary>
public sealed class PlantedFaultTests
{
    private const int Worlds = 40;
    private const int States = 300;
    private const int EngineSeeds = 40;
    private const int Seeds = 200;

    public static TheoryData<string> EngineNames => [.. EngineFaults.All.Keys];

    public static TheoryData<string> CoordinatorNames => [.. CoordinatorFaults.All.Keys];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void An_engine_with_a_fault_is_found_out(string name)
    {
        var fault = EngineFaults.All[name];
        var finders = (
            fault.IsNoticed(Worlds),
            fault.IsFoundByExploring(States),
            fault.IsFoundBySimulating(EngineSeeds)
        );
        finders.ShouldNotBe((false, false, false), $"promise {fault.Promise}");
        var (properties, explorer, simulation) = finders;
        ShouldBeTold($"| {fault.Promise} | {name} | {Word(properties)} | {Word(explorer)} | {Word(simulation)} |");
    }

    [Theory]
    [MemberData(nameof(CoordinatorNames))]
    public void A_coordinator_or_a_store_with_a_fault_is_found_out(string name)
    {
        var (promise, fittings) = CoordinatorFaults.All[name];
        CoordinatorFaults.IsFound(fittings, Seeds).ShouldBeTrue($"promise {promise}");
        ShouldBeTold($"| {promise} | {name} | | | yes |");
    }

    [Fact]
    public void The_page_tells_of_no_fault_that_is_not_planted() =>
        Repository
            .Read("docs/proof.md")
            .Split('\n')
            .Count(line =>
                line.EndsWith("yes |", StringComparison.Ordinal) || line.EndsWith("no |", StringComparison.Ordinal)
            )
            .ShouldBe(EngineFaults.All.Count + CoordinatorFaults.All.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void At_least_two_faults_are_planted_for_each_promise(int promise) =>
        EngineFaults
            .All.Values.Select(fault => fault.Promise)
            .Concat(CoordinatorFaults.All.Values.Select(fault => fault.Promise))
            .Count(one => one == promise)
            .ShouldBeGreaterThanOrEqualTo(2);

    [Fact]
    public void The_engine_without_a_fault_is_not() => new PlantedFault(0).IsNoticed(3).ShouldBeFalse();

    private static string Word(bool found) => found ? "yes" : "no";

    private static void ShouldBeTold(string row) => Repository.Read("docs/proof.md").ShouldContain(row);
}
