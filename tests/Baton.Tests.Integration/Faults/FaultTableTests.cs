using System.Reflection;
using Baton.Faults;
using Baton.Faults.Killing;

namespace Baton.Tests.Integration.Faults;

/// <summary>The table of faults itself, and that its checks can fail.</summary>
public sealed class FaultTableTests
{
    private readonly Ledger _ledger = new(Effort.Slice(1));

    [Fact]
    public void Every_row_has_a_name_of_its_own() => AllFaults.List.Select(fault => fault.Name).ShouldBeUnique();

    [Fact]
    public void Every_kind_of_fault_is_tried_by_a_test_here() =>
        FaultSlice.Kinds.ShouldBeSubsetOf(
            Assembly
                .GetExecutingAssembly()
                .GetTypes()
                .Select(type => type.Name.Replace("Tests", "", StringComparison.Ordinal))
        );

    [Fact]
    public async Task A_run_that_works_on_beside_its_successor_is_seen()
    {
        using var stage = await PlayedAsync();
        var runs = stage.Entries().Where(entry => entry.Word == "in").ToList();
        await File.WriteAllLinesAsync(
            stage.Log,
            [Line("in", runs[0]), Line("in", runs[1]), Line("out", runs[0]), Line("out", runs[1])]
        );
        await new Aftermath(stage, _ledger, "planted").CheckAsync();
        _ledger.Violations.ShouldHaveSingleItem().ShouldContain("still in the section");
    }

    [Fact]
    public async Task A_run_that_the_audit_does_not_know_is_seen()
    {
        using var stage = await PlayedAsync();
        var last = stage.Entries()[^1];
        await File.AppendAllLinesAsync(stage.Log, [Line("in", last with { Run = "UNKNOWN", Token = last.Token + 1 })]);
        await new Aftermath(stage, _ledger, "planted").CheckAsync();
        _ledger.Violations.ShouldContain(what =>
            what.Contains("the audit has no grant of it", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_run_that_is_left_at_work_is_seen()
    {
        using var stage = await PlayedAsync();
        await stage.Machine.Start("run", "--group", "other", "--", "sh", "-c", "echo in; exec sleep 1000").Says("in");
        await new Aftermath(stage, _ledger, "planted").CheckAsync();
        _ledger.Violations.ShouldHaveSingleItem().ShouldContain("1 runs are left");
    }

    [Fact]
    public async Task A_log_of_a_sound_stage_breaks_nothing()
    {
        using var stage = await PlayedAsync();
        await new Aftermath(stage, _ledger, "sound").CheckAsync();
        _ledger.Violations.ShouldBeEmpty();
    }

    private static async Task<Stage> PlayedAsync()
    {
        var stage = new Stage();
        (await stage.Machine.Run(stage.Run("0"))).Code.ShouldBe(0);
        (await stage.Machine.Run(stage.Run("0"))).Code.ShouldBe(0);
        return stage;
    }

    private static string Line(string word, Entered entry) => $"{word} {entry.Run} {entry.Token} 1 1";
}
