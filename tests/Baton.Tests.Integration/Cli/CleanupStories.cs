using System.Globalization;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Cli;

/// <summary><c>baton doctor</c> and <c>baton cleanup</c> beside runs that live and runs that died.</summary>
public sealed class CleanupStories : IDisposable
{
    private readonly Machine _machine = new();

    public CleanupStories() => _machine.Variables["USER"] = "alice";

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_killed_holder_is_named_by_the_doctor_removed_by_cleanup_and_then_all_is_well()
    {
        var (holder, run, child) = await Hold("g");
        holder.Signal("KILL");
        await holder.Dies();
        var ill = await _machine.Run("doctor");
        ill.Code.ShouldBe(0, ill.Errors); // a warning: the next one that asks mends it as well
        ill.Output.ShouldContain($"warning  runs: run {run} is running and its owner is dead: group g");
        var foreseen = await _machine.Run("cleanup", "--dry-run");
        foreseen.Output.ShouldContain($"run {run} would be called lost: its owner is dead");
        var cleaned = await _machine.Run("cleanup");
        cleaned.Code.ShouldBe(0, cleaned.Errors);
        cleaned.Output.ShouldContain($"run {run} was called lost: its owner is dead");
        child.Look().ShouldBeOfType<Liveness.Dead>();
        var lost = await Find(run);
        lost.Conclusion.ShouldBe(Conclusion.Lost);
        (await _machine.Run("doctor")).Output.ShouldNotContain("its owner is dead");
        if (!lost.RemainsGone) // another user's processes may hide here what was left: then nothing of it may go
        {
            Folders().ShouldNotBeEmpty();
            return;
        }

        foreseen.Output.ShouldBe(
            "dry run, nothing is done\n"
                + cleaned
                    .Output.Replace("dead removed", "dead would be removed", StringComparison.Ordinal)
                    .Replace("was called", "would be called", StringComparison.Ordinal)
        );
        (Folders().Count, Beside().Count).ShouldBe((0, 0));
        (await _machine.Run("doctor")).Output.ShouldContain("dead runs left nothing behind");
    }

    [Fact]
    public async Task A_killed_keeper_is_named_and_removed_with_its_bell_and_note()
    {
        SkipWhereNobodyIsKnownToBeDead();
        var acquired = await _machine.Run("acquire", "--group", "g", "--lock-delay", "0s", "--json");
        acquired.Code.ShouldBe(0, acquired.Errors);
        var run = System.Text.Json.JsonDocument.Parse(acquired.Output).RootElement.GetProperty("run_id").GetString()!;
        var keeper = ProcessIdentity.Parse((await Find(run)).Ask.Owner.Process)!.Value;
        keeper.End().ShouldBeTrue();
        using (var watch = ProcessWatch.Of(keeper))
            new Waiter(new BootClock(TimeProvider.System)).Wait([watch], Machine.Bound).ShouldContain(watch);
        Beside().Count.ShouldBe(2);
        (await _machine.Run("doctor")).Output.ShouldContain($"run {run} is running and its owner is dead");
        var cleaned = await _machine.Run("cleanup", "--json");
        cleaned.Output.ShouldContain($"{{\"kind\":\"run\",\"run\":\"{run}\",\"path\":null}}");
        Beside().ShouldBeEmpty();
        (await _machine.Run("doctor")).Output.ShouldContain("dead runs left nothing behind");
        (await _machine.Run("run", "--group", "g", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_lives_is_left_alone()
    {
        var (holder, run, child) = await Hold("g");
        var waiter = _machine.Start("run", "--group", "g", "--", "echo", "next");
        await waiter.Complains("waiting, place 1");
        var cleaned = await _machine.Run("cleanup");
        cleaned.Code.ShouldBe(0, cleaned.Errors);
        cleaned.Output.ShouldStartWith("acme/shop: the dead left nothing");
        cleaned.Output.ShouldContain($"left alone: run {run} lives: its owner is process {holder.Pid}");
        child.Look().ShouldBeOfType<Liveness.Alive>();
        Folders().Count.ShouldBe(2);
        Beside().ShouldNotBeEmpty();
        (await _machine.Run("doctor")).Output.ShouldContain("2 live runs, none of them known to be dead");
        (await holder.End()).Code.ShouldBe(0);
        (await waiter.End()).Output.ShouldBe("next");
    }

    [Fact]
    public async Task Who_waits_for_a_dead_holder_starts_when_somebody_cleans()
    {
        var (holder, run, _) = await Hold("g");
        var waiter = _machine.Start("run", "--group", "g", "--", "echo", "next");
        await waiter.Complains("waiting, place 1");
        waiter.Signal("STOP"); // so that it is not the one who finds it
        holder.Signal("KILL");
        await holder.Dies();
        (await _machine.Run("cleanup")).Output.ShouldContain($"run {run} was called lost: its owner is dead");
        waiter.Signal("CONT");
        (await waiter.End()).Output.ShouldBe("next");
    }

    [Fact]
    public async Task A_purge_refuses_while_something_runs_and_names_it()
    {
        var (holder, run, _) = await Hold("g");
        foreach (
            var dry in (string[][])
                [
                    [],
                    ["--dry-run"],
                ]
        )
        {
            var refused = await _machine.Run(["cleanup", "--purge", .. dry]);
            refused.Code.ShouldBe(77);
            refused.Errors.ShouldContain("nothing was purged");
            refused.Errors.ShouldContain($"run {run} lives: its owner is process {holder.Pid}");
        }
        (await holder.End()).Code.ShouldBe(0);
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
        (await _machine.Run("why", run)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_after_a_purge_is_greater_than_all_before()
    {
        var before = await Token();
        var foreseen = await _machine.Run("cleanup", "--purge", "--dry-run");
        foreseen.Output.ShouldContain("ended runs: 1");
        var purged = await _machine.Run("cleanup", "--purge", "--reason", "moved");
        purged.Code.ShouldBe(0, purged.Errors);
        purged.Output.ShouldContain($"kept: the last token, {before}, and one audit entry");
        (await _machine.Run("audit", "list")).Output.ShouldContain("purged by alice: moved");
        (await Token()).ShouldBeGreaterThan(before);
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_forced_purge_takes_from_what_lives_what_it_holds_and_needs_a_reason()
    {
        var (holder, run, _) = await Hold("g");
        (await _machine.Run("cleanup", "--purge", "--force")).Code.ShouldBe(64);
        (await _machine.Run("cleanup", "--force", "--reason", "x")).Code.ShouldBe(64);
        var purged = await _machine.Run("cleanup", "--purge", "--force", "--reason", "host is gone");
        purged.Code.ShouldBe(0, purged.Errors);
        (await _machine.Run("why", run)).Code.ShouldBe(66);
        await holder.Dies(); // it hears of it at its next renewal, or by its bell
        (await holder.End()).Code.ShouldBe(90);
        (await _machine.Run("run", "--group", "g", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_cleanup_that_is_killed_loses_nothing()
    {
        for (var i = 0; i < 3; i++)
        {
            var (holder, _, _) = await Hold($"g{i.ToString(CultureInfo.InvariantCulture)}");
            holder.Signal("KILL");
            await holder.Dies();
        }
        for (var i = 0; i < 4; i++)
        {
            var cleanup = _machine.Start("cleanup", "--verbose");
            cleanup.Signal("KILL");
            await cleanup.Dies();
        }
        (await _machine.Run("cleanup")).Code.ShouldBe(0);
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
        await using var scope = await _machine.Scope();
        (await scope.LiveRunsAsync(default)).ShouldBeEmpty();
        var ended = await scope.EndedRunsAsync(10, default);
        ended.ShouldAllBe(run => run.Conclusion == Conclusion.Lost);
        // Another user's processes may hide here what a run left: then its folder and its note stay.
        var kept = ended.Where(run => !run.RemainsGone).Select(run => run.Id.Value).ToList();
        Folders().ShouldAllBe(path => kept.Any(run => path.Contains(run, StringComparison.Ordinal)));
        Beside().ShouldAllBe(path => kept.Any(run => path.Contains(run, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_never_removed()
    {
        const string stranger = "01JD3Q7XG5M9V2T8K4B6N0C1RA";
        var token = await Token();
        token.ShouldBeGreaterThan(0);
        await using (var scope = await _machine.Scope())
        {
            var known = (await scope.EndedRunsAsync(1, default)).Single().Id.Value;
            Directory.CreateDirectory(_machine.At("precious"));
            File.CreateSymbolicLink(_machine.At($"baton-{known}-link"), _machine.At("precious"));
            Directory.CreateDirectory(_machine.At($"baton-{stranger}-other"));
            Directory.CreateDirectory(_machine.At("baton-something-else"));
        }
        (await _machine.Run("cleanup")).Code.ShouldBe(0);
        Directory.Exists(_machine.At("precious")).ShouldBeTrue();
        Folders().Count.ShouldBe(3);
    }

    private async Task<(Started Holder, string Run, ProcessIdentity Child)> Hold(string group)
    {
        SkipWhereNobodyIsKnownToBeDead();
        var holder = _machine.Start(
            "run",
            "--group",
            group,
            "--",
            "sh",
            "-c",
            "echo in $BATON_RUN_ID $$; exec cat > /dev/null"
        );
        var words = (await holder.Says("in ")).Split(' ');
        return (holder, words[1], ProcessIdentity.Of(int.Parse(words[2], CultureInfo.InvariantCulture))!.Value);
    }

    private static void SkipWhereNobodyIsKnownToBeDead() =>
        Assert.SkipUnless(ProcessDomain.Here().IsKnown, "nobody can be told to be dead here");

    private async Task<long> Token()
    {
        var run = await _machine.Run("run", "--group", "g", "--", "sh", "-c", "echo $BATON_TOKEN");
        return long.Parse(run.Output, CultureInfo.InvariantCulture);
    }

    private async Task<Run> Find(string run)
    {
        await using var scope = await _machine.Scope();
        return (await scope.ReadAsync((view, _) => view.Run(new RunId(run)), default)).ShouldNotBeNull();
    }

    private List<string> Folders() => [.. Directory.EnumerateFileSystemEntries(_machine.Folder, "baton-*")];

    private List<string> Beside() =>
        Directory.Exists(_machine.Database + ".runs") ? [.. Directory.EnumerateFiles(_machine.Database + ".runs")] : [];
}
