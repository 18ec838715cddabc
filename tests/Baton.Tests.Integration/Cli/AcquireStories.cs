using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Cli;

/// <summary>A run that is split over steps, as a job has it: real processes, real keepers.</summary>
public sealed class AcquireStories : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_second_waits_until_the_first_is_released()
    {
        var first = await Acquire("--group", "deploy");
        using var second = _machine.Start("acquire", "--group", "deploy", "--json");
        await second.Complains("waiting, place 1");

        (await Step("release", first)).Code.ShouldBe(0);

        var granted = await second.End();
        granted.Code.ShouldBe(0, granted.Errors);
        Granted.Of(granted).Token.ShouldBeGreaterThan(first.Token);
    }

    [Fact]
    public async Task Its_end_lets_the_keeper_go()
    {
        var granted = await Acquire("--group", "deploy");
        var keeper = await KeeperOf(granted);
        keeper.Look().ShouldBeOfType<Liveness.Alive>();

        await Step("release", granted);

        AwaitEnd(keeper);
    }

    [Fact]
    public async Task To_release_twice_is_to_release_once()
    {
        var granted = await Acquire("--group", "deploy");

        (await Step("release", granted)).Code.ShouldBe(0);
        (await Step("release", granted)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_and_changes_nothing()
    {
        var granted = await Acquire("--group", "deploy");

        var refused = await Step("release", granted with { Token = granted.Token + 1 });

        refused.Code.ShouldBe(77);
        refused.Errors.ShouldContain("token");
        (await Step("renew", granted)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_step_hears_whether_the_run_still_holds()
    {
        var granted = await Acquire("--group", "deploy");
        (await Step("renew", granted)).Output.ShouldContain("holds");

        await Step("release", granted);

        (await Step("renew", granted)).Code.ShouldBe(90);
    }

    [Fact]
    public async Task A_duplicate_is_not_granted_and_is_no_failure()
    {
        await Acquire("--key", "issue-7", "--key-window", "5m");

        var duplicate = await _machine.Run("acquire", "--key", "issue-7", "--key-window", "5m");
        var asCode = await _machine.Run(
            "acquire",
            "--key",
            "issue-7",
            "--key-window",
            "5m",
            "--skipped-exit-code",
            "9"
        );

        duplicate.Code.ShouldBe(0, duplicate.Errors);
        duplicate.Errors.ShouldContain("duplicate");
        asCode.Code.ShouldBe(9, asCode.Errors);
    }

    [Fact]
    public async Task A_signal_while_it_waits_ends_the_run()
    {
        await Acquire("--group", "deploy");
        using var waiting = _machine.Start("acquire", "--group", "deploy");
        await waiting.Complains("waiting, place 1");

        waiting.Signal("TERM");

        (await waiting.End()).Code.ShouldBe(128 + 15);
        await AwaitRuns(live: 1);
    }

    [Fact]
    public async Task One_that_is_killed_while_it_waits_leaves_nothing()
    {
        await Acquire("--group", "deploy");
        using var waiting = _machine.Start("acquire", "--group", "deploy");
        await waiting.Complains("waiting, place 1");

        waiting.Signal("KILL");
        await waiting.End();

        await AwaitRuns(live: 1);
    }

    [Fact]
    public async Task The_run_ends_with_the_process_that_it_follows()
    {
        using var followed = Process.Start(
            new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        var granted = await Acquire(
            "--group",
            "deploy",
            "--follow",
            followed.Id.ToString(CultureInfo.InvariantCulture)
        );
        using var second = _machine.Start("acquire", "--group", "deploy");
        await second.Complains("waiting, place 1");

        followed.StandardInput.Close();

        (await second.End()).Code.ShouldBe(0);
        (await Step("release", granted)).Code.ShouldBe(91);
    }

    [Fact]
    public async Task A_keeper_that_is_killed_leaves_its_holds_for_the_lock_delay()
    {
        var granted = await Acquire("--group", "deploy");
        using var second = _machine.Start("acquire", "--group", "deploy");
        await second.Complains("waiting, place 1");

        (await KeeperOf(granted)).End().ShouldBeTrue();

        // Nobody can end the steps of the lost run, so they may go on: a grant at once would run beside them.
        await second.Complains("lock-delay");
        (await second.End()).Code.ShouldBe(0);
        (await Step("renew", granted)).Code.ShouldBe(90);
        (await Step("release", granted)).Code.ShouldBe(90);
    }

    [Fact]
    public async Task The_steps_to_come_are_told()
    {
        var (outputs, variables) = (_machine.At("outputs"), _machine.At("variables"));
        var service = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_OUTPUT"] = outputs,
            ["GITHUB_ENV"] = variables,
        };
        using var acquire = _machine.Start(service, "acquire", "--key", "issue-7", "--json");

        var granted = Granted.Of(await acquire.End());

        var told = await File.ReadAllTextAsync(outputs, TestContext.Current.CancellationToken);
        told.ShouldContain("granted<<");
        told.ShouldContain(granted.Run);
        (await File.ReadAllTextAsync(variables, TestContext.Current.CancellationToken)).ShouldContain("BATON_RUN_ID<<");
        using var duplicate = _machine.Start(service, "acquire", "--key", "issue-7");
        (await duplicate.End()).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(outputs, TestContext.Current.CancellationToken)).ShouldContain("false");
    }

    private async Task<Granted> Acquire(params string[] arguments) =>
        Granted.Of(await _machine.Run(["acquire", "--json", .. arguments]));

    private Task<Ended> Step(string verb, Granted run) =>
        _machine.Run(verb, run.Run, "--token", run.Token.ToString(CultureInfo.InvariantCulture));

    private Task<ProcessIdentity> KeeperOf(Granted granted) => _machine.OwnerOf(granted.Run);

    private static void AwaitEnd(ProcessIdentity process)
    {
        using var watch = ProcessWatch.Of(process);
        new Waiter(new BootClock(TimeProvider.System)).Wait([watch], Machine.Bound).ShouldContain(watch);
    }

    /// <summary>Waits until only so many runs live; their keepers end them by themselves.</summary>
    private async Task AwaitRuns(int live)
    {
        await using var scope = await _machine.Scope();
        var clock = new BootClock(TimeProvider.System);
        var started = clock.GetTimestamp();
        while ((await scope.LiveRunsAsync(TestContext.Current.CancellationToken)).Count != live)
        {
            clock.GetElapsedTime(started).ShouldBeLessThan(Machine.Bound);
            new Waiter(clock).Wait([], TimeSpan.FromMilliseconds(20));
        }
    }

    private sealed record Granted(string Run, long Token)
    {
        public static Granted Of(Ended ended)
        {
            ended.Code.ShouldBe(0, ended.Errors);
            using var json = JsonDocument.Parse(ended.Output);
            json.RootElement.GetProperty("granted").GetBoolean().ShouldBeTrue();
            return new(
                json.RootElement.GetProperty("run_id").GetString()!,
                json.RootElement.GetProperty("token").GetInt64()
            );
        }
    }
}
