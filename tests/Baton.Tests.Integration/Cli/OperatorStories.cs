namespace Baton.Tests.Integration.Cli;

/// <summary>The verbs by which somebody looks after a scope, over real runs.</summary>
public sealed class OperatorStories : IDisposable
{
    // Tells that it is in, and stays until its input ends.
    private const string Section = "echo \"in $BATON_RUN_ID\"; cat > /dev/null";

    private readonly Machine _machine = new();

    public OperatorStories() => _machine.Variables["USER"] = "alice";

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_cancelled_run_ends_and_the_audit_says_who_and_why()
    {
        var (holder, run) = await Hold("g");
        var said = await _machine.Run("cancel", run, "--reason", "wrong branch");
        said.Code.ShouldBe(0, said.Errors);
        said.Output.ShouldBe($"run {run} was told to stop");
        await holder.Dies(); // by itself: its input is still open
        (await holder.End()).Code.ShouldBe(91);
        (await _machine.Run("audit", "list")).Output.ShouldContain("alice said: wrong branch");
        (await _machine.Run("cancel", run)).Output.ShouldContain("had ended before: it was cancelled");
    }

    [Fact]
    public async Task A_waiting_run_is_cancelled_at_once()
    {
        var (holder, _) = await Hold("g");
        var waiter = _machine.Start("run", "--group", "g", "--", "true");
        await waiter.Complains("waiting, place 1");
        var said = await _machine.Run("cancel", await Waiting(), "--json");
        JsonShape.Of(said.Output).ShouldBe(JsonShape.Shown("cancel RUN --json"));
        (await waiter.End()).Code.ShouldBe(91);
        (await holder.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_tells_and_does_nothing()
    {
        var (holder, run) = await Hold("g");
        var before = (await _machine.Run("audit", "verify")).Output;
        (await _machine.Run("cancel", run, "--dry-run")).Output.ShouldBe(
            $"dry run, nothing is done: run {run} was told to stop"
        );
        (await _machine.Run("pause", "g", "--reason", "x", "--dry-run")).Code.ShouldBe(0);
        (await _machine.Run("audit", "verify")).Output.ShouldBe(before);
        (await holder.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_starts_in_a_paused_group_until_it_is_resumed()
    {
        var paused = await _machine.Run("pause", "g", "--reason", "release freeze");
        paused.Code.ShouldBe(0, paused.Errors);
        var run = _machine.Start("run", "--group", "g", "--", "echo", "ran");
        await run.Complains("paused");
        (await _machine.Run("pause", "g", "--reason", "again")).Output.ShouldBe("group g was already paused");
        var resumed = await _machine.Run("resume", "g");
        resumed.Output.ShouldStartWith("group g is open\n  run ");
        (await run.End()).Output.ShouldBe("ran");
        (await _machine.Run("audit", "list")).Output.ShouldContain("alice said: release freeze");
    }

    [Fact]
    public async Task A_pause_needs_a_reason_and_a_dry_run_makes_no_database()
    {
        var said = await _machine.Run("pause", "g");
        said.Code.ShouldBe(64);
        said.Errors.ShouldContain("--reason");
        (await _machine.Run("pause", "g", "--reason", "x", "--dry-run")).Code.ShouldBe(0);
        File.Exists(_machine.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_of_higher_priority_now_goes_first()
    {
        var (holder, _) = await Hold("g");
        var order = _machine.At("order");
        var first = _machine.Start("run", "--group", "g", "--", "sh", "-c", $"echo first >> {order}");
        await first.Complains("waiting, place 1");
        var firstId = await Waiting();
        var second = _machine.Start("run", "--group", "g", "--", "sh", "-c", $"echo second >> {order}");
        await second.Complains("waiting, place 2");
        var said = await _machine.Run("reprioritise", firstId, "0", "--reason", "can wait");
        said.Output.ShouldBe($"run {firstId} has priority 0, before it had 20");
        (await _machine.Run("reprioritise", firstId, "101")).Code.ShouldBe(77);
        holder.Input.Close();
        (await first.End()).Code.ShouldBe(0);
        (await second.End()).Code.ShouldBe(0);
        (await File.ReadAllLinesAsync(order)).ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task An_operator_releases_what_lives_only_with_force()
    {
        var (_, run) = await Hold("g");
        var refused = await _machine.Run("release", run, "--reason", "host is gone");
        refused.Code.ShouldBe(77);
        refused.Errors.ShouldContain("lives: its owner is process");
        (await _machine.Run("release", run, "--force")).Code.ShouldBe(64);
        var waiter = _machine.Start("run", "--group", "g", "--", "echo", "next");
        await waiter.Complains("waiting, place 1");
        var released = await _machine.Run("release", run, "--reason", "host is gone", "--force");
        released.Code.ShouldBe(0, released.Errors);
        (await waiter.End()).Output.ShouldBe("next");
        (await _machine.Run("audit", "list")).Output.ShouldContain("alice said: host is gone");
    }

    [Fact]
    public async Task Who_watches_sees_what_changes()
    {
        var watcher = _machine.Start("status", "--watch");
        await watcher.Says("0 running, 0 waiting");
        (await _machine.Run("pause", "g", "--reason", "x")).Code.ShouldBe(0);
        await watcher.Says("group g: 0 of 1 held, 0 waiting, paused");
        (await _machine.Run("resume", "g")).Code.ShouldBe(0);
        var (holder, run) = await Hold("g");
        await watcher.Says($"run {run}");
        (await holder.End()).Code.ShouldBe(0);
    }

    private async Task<(Started Holder, string Run)> Hold(string group)
    {
        var holder = _machine.Start("run", "--group", group, "--grace", "5s", "--", "sh", "-c", Section);
        var line = await holder.Says("in ");
        return (holder, line["in ".Length..]);
    }

    private async Task<string> Waiting()
    {
        await using var scope = await _machine.Scope();
        return (await scope.LiveRunsAsync(default)).Single(run => run.State == Engine.Runs.RunState.Waiting).Id.Value;
    }
}
