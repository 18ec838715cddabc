using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Tests.Integration.Stores;

namespace Baton.Tests.Integration.Cli;

/// <summary>What becomes of the others when a run is killed or stopped at a bad moment.</summary>
public sealed class LossStories : IDisposable
{
    private const string Section = "echo in $$; exec sleep 1000";

    private readonly Machine _machine = new();

    [Fact]
    public async Task A_killed_holder_takes_its_command_with_it_and_the_next_starts()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", Section);
        var child = PidOf(await holder.Says("in "));
        var next = _machine.Start("run", "--group", "g", "--", "sh", "-c", $"{Beside(child)}; echo next");
        await next.Complains("waiting");
        holder.Signal("KILL");
        (await next.End()).Output.ShouldBe("next");
    }

    [Fact]
    public async Task A_killed_holder_that_nobody_waited_for_is_found_by_the_next_that_asks()
    {
        var holder = _machine.Start("run", "--key", "k", "--key-window", "1h", "--", "sh", "-c", Section);
        var child = PidOf(await holder.Says("in "));
        holder.Signal("KILL");
        await holder.Dies();
        var next = await _machine.Run("run", "--key", "k", "--", "sh", "-c", $"{Beside(child)}; echo next");
        next.Output.ShouldBe("next");
    }

    /// <summary>Its owner can't be looked at, and nobody who asks may wait: they watch together.</summary>
    [Fact]
    public async Task What_a_run_held_when_its_machine_lost_its_power_is_free_again_for_those_who_may_not_wait()
    {
        var skip = Need.Group("g", 1, Policy.Find("skip"), TimeSpan.Zero);
        var gone = Asks.For("gone", skip) with { Owner = new("another boot", "7:7"), Lease = TimeSpan.FromSeconds(1) };
        await using (var scope = await _machine.Scope())
            await scope.ApplyAsync([new Command.Request(gone)], default);
        var asked = TimeProvider.System.GetTimestamp();
        Ended next;
        do
        {
            next = await _machine.Run("run", "--group", "g", "--policy", "skip", "--", "echo", "next");
            TimeProvider.System.GetElapsedTime(asked).ShouldBeLessThan(Machine.Bound);
        } while (next.Output != "next");
    }

    [Fact]
    public async Task A_stopped_holder_is_lost_when_its_lease_is_over_and_its_command_is_ended()
    {
        var holder = _machine.Start("run", "--group", "g", "--lease", "5s", "--", "sh", "-c", Section);
        var child = PidOf(await holder.Says("in "));
        holder.Signal("STOP");
        var next = await _machine.Run("run", "--group", "g", "--", "sh", "-c", $"{Beside(child)}; echo next");
        next.Output.ShouldBe("next");
    }

    [Fact]
    public async Task A_killed_command_alone_is_a_failure_and_the_next_starts()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo in; kill -9 $$");
        (await holder.End()).Code.ShouldBe(137);
        (await _machine.Run("run", "--group", "g", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_killed_waiter_stands_in_nobodys_way()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo in; cat >/dev/null");
        await holder.Says("in");
        var killed = _machine.Start("run", "--group", "g", "--", "echo", "never");
        await killed.Complains("waiting, place 1");
        var next = _machine.Start("run", "--group", "g", "--", "echo", "next");
        await next.Complains("waiting, place 2");
        killed.Signal("KILL");
        await killed.End();
        holder.Input.Close();
        (await next.End()).Output.ShouldBe("next");
    }

    [Fact]
    public async Task A_command_that_is_killed_alone_takes_what_it_started_with_it()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", "sleep 1000 & echo in $!; kill -9 $$");
        var left = PidOf(await holder.Says("in "));
        (await holder.End()).Code.ShouldBe(137);
        (await _machine.Run("run", "--group", "g", "--", "sh", "-c", Beside(left))).Output.ShouldBe("");
    }

    [Fact]
    public async Task A_waiter_that_dies_keeps_no_key()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo in; cat >/dev/null");
        await holder.Says("in");
        string[] key = ["--key", "k", "--key-window", "1h", "--on-failure", "hold"];
        var killed = _machine.Start(["run", "--group", "g", .. key, "--", "echo", "never"]);
        await killed.Complains("waiting, place 1");
        killed.Signal("KILL");
        await killed.Dies();
        var next = _machine.Start("run", "--group", "g", "--", "echo", "next");
        await next.Complains("waiting");
        holder.Input.Close();
        (await next.End()).Output.ShouldBe("next");
        (await _machine.Run(["run", "--group", "g", .. key, "--", "echo", "worked"])).Output.ShouldBe("worked");
    }

    [Fact]
    public async Task What_fails_before_the_start_asks_for_nothing()
    {
        string[] run = ["run", "--key", "k", "--key-window", "1h", "--on-failure", "hold", "--", "echo", "ran"];
        var failed = await _machine.Start(new Dictionary<string, string> { ["TMPDIR"] = "/no/such/folder" }, run).End();
        failed.Code.ShouldNotBe(0);
        (await _machine.Run(run)).Output.ShouldBe("ran");
    }

    [Fact]
    public async Task A_run_whose_words_nobody_can_take_runs_all_the_same()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo in; cat >/dev/null");
        await holder.Says("in");
        var mute = _machine.Shell($"echo ready; exec {Line("run", "--group", "g", "--", "echo", "ran")} 2>/dev/full");
        await mute.Says("ready");
        holder.Input.Close();
        (await mute.End()).Output.ShouldBe("ready\nran");
    }

    /// <summary>Many at once, a third of them killed: never two in the section, and everybody else comes through.</summary>
    [Fact]
    public async Task In_a_storm_of_kills_there_are_never_two_in_the_section()
    {
        var count = int.Parse(
            Environment.GetEnvironmentVariable("BATON_STORM") ?? "16",
            System.Globalization.CultureInfo.InvariantCulture
        );
        var chance = new Random(count);
        // The section's own lock: made when it is entered, removed when it is left. One that is found with a living owner is an overlap.
        var section = $"""
            if ! mkdir {_machine.At("lock")} 2>/dev/null; then
              inside=$(cat {_machine.At("lock")}/pid 2>/dev/null || echo none)
              case $(cut -d ' ' -f 3 /proc/$inside/stat 2>/dev/null) in R|S|D|T) echo overlap >> {_machine.At(
                "overlaps"
            )};; esac
            fi
            mkdir -p {_machine.At("lock")}; echo $$ > {_machine.At("lock")}/pid
            sleep 0.02
            echo done >> {_machine.At("done")}
            rm -rf {_machine.At("lock")}
            """;
        var storm = Enumerable
            .Range(0, count)
            .Select(_ => _machine.Start("run", "--group", "g", "--", "sh", "-c", section))
            .ToList();
        var killed = storm.Where((_, number) => number % 3 == 1).ToHashSet();
        foreach (var victim in killed.OrderBy(_ => chance.Next()))
        {
            await WaitForAnother();
            victim.Signal("KILL");
        }
        foreach (var one in storm)
        {
            var ended = await one.End();
            if (!killed.Contains(one))
                ended.Code.ShouldBe(0, ended.Errors);
        }
        File.Exists(_machine.At("overlaps")).ShouldBeFalse("two were in the section at once");
        (await File.ReadAllLinesAsync(_machine.At("done"))).Length.ShouldBeGreaterThanOrEqualTo(count - killed.Count);
    }

    /// <summary>Spreads the kills over the storm: a run of another group is as long as the machine is busy.</summary>
    private async Task WaitForAnother() =>
        (await _machine.Run("run", "--group", "other", "--", "true")).Code.ShouldBe(0);

    /// <summary>A script's question whether a process lives; a zombie does not, though it can still be signalled.</summary>
    private static string Beside(string pid) =>
        $"case $(cut -d ' ' -f 3 /proc/{pid}/stat 2>/dev/null) in R|S|D|T) echo beside;; esac";

    private static string Line(params string[] arguments) => string.Join(' ', [.. Machine.CommandLine(), .. arguments]);

    private static string PidOf(string line) => line.Split(' ')[1];

    public void Dispose() => _machine.Dispose();
}
