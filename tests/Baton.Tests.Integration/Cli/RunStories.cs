namespace Baton.Tests.Integration.Cli;

/// <summary>`baton run`, as its users meet it.</summary>
public sealed class RunStories : IDisposable
{
    // Tells that it is in, stays until its input ends, and tells that it is out.
    private const string Section = "echo in; cat > /dev/null; echo out";

    private readonly Machine _machine = new();

    [Fact]
    public async Task The_command_runs_and_its_code_is_the_exit_code()
    {
        var ended = await _machine.Run("run", "--group", "demo", "--", "sh", "-c", "echo hello; exit 7");
        ended.Output.ShouldBe("hello");
        ended.Code.ShouldBe(7);
        ended.Errors.ShouldBe("");
    }

    [Fact]
    public async Task The_command_has_the_input_of_the_caller()
    {
        var started = _machine.Start("run", "--", "cat");
        await started.Input.WriteLineAsync("line");
        var ended = await started.End();
        ended.Output.ShouldBe("line");
        ended.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_command_that_is_not_there_ends_with_127_and_frees_the_group()
    {
        var ended = await _machine.Run("run", "--group", "g", "--", "/no/such/command");
        ended.Code.ShouldBe(127);
        ended.Errors.ShouldContain("/no/such/command");
        (await _machine.Run("run", "--group", "g", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_run_waits_says_for_whom_and_starts_when_the_first_has_ended()
    {
        var first = _machine.Start("run", "--group", "g", "--", "sh", "-c", Section);
        await first.Says("in");
        var second = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo second");
        await second.Complains("waiting, place 1: group g is held by run");
        first.Input.Close();
        (await first.End()).Output.ShouldBe("in\nout");
        var ended = await second.End();
        ended.Output.ShouldBe("second");
        ended.Errors.ShouldContain("starting after");
    }

    [Fact]
    public async Task Priorities_start_in_their_order()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", Section);
        await holder.Says("in");
        var order = _machine.At("order");
        var waiting = new List<Started>();
        foreach (var priority in new[] { "20", "40", "60", "80", "100" })
        {
            waiting.Add(
                _machine.Start(
                    "run",
                    "--group",
                    "g",
                    "--priority",
                    priority,
                    "--",
                    "sh",
                    "-c",
                    $"echo {priority} >> {order}"
                )
            );
            await waiting[^1].Complains("waiting, place 1:"); // each goes before all that are there
        }
        holder.Input.Close();
        foreach (var one in waiting)
            (await one.End()).Code.ShouldBe(0);
        (await File.ReadAllLinesAsync(order)).ShouldBe(["100", "80", "60", "40", "20"]);
    }

    [Fact]
    public async Task A_burst_of_three_events_runs_once_and_the_others_say_whose_duplicate_they_are()
    {
        var events = new[] { "opened", "labeled", "labeled" };
        var started = events.Select((action, number) => Arrive(action, number)).ToList();
        var ends = await Task.WhenAll(started.Select(one => one.End()));
        ends.ShouldAllBe(end => end.Code == 0);
        ends.Count(end => end.Output == "worked").ShouldBe(1);
        foreach (var end in ends.Where(end => end.Output != "worked"))
        {
            end.Errors.ShouldContain("duplicate");
            end.Errors.ShouldContain("key issue-681");
            end.Errors.ShouldContain("https://github.com/acme/shop/actions/runs/");
        }
    }

    [Fact]
    public async Task Who_waits_for_a_duplicate_ends_with_it()
    {
        var owner = _machine.Start("run", "--key", "k", "--", "sh", "-c", Section);
        await owner.Says("in");
        var waiter = _machine.Start("run", "--key", "k", "--on-duplicate", "wait", "--", "echo", "twice");
        await waiter.Complains("waiting");
        owner.Input.Close();
        (await owner.End()).Code.ShouldBe(0);
        var ended = await waiter.End();
        (ended.Code, ended.Output).ShouldBe((0, ""));
        ended.Errors.ShouldContain("duplicate");
    }

    [Fact]
    public async Task Who_waits_for_a_duplicate_takes_over_when_that_fails()
    {
        var owner = _machine.Start("run", "--key", "k", "--", "sh", "-c", Section + "; exit 3");
        await owner.Says("in");
        var waiter = _machine.Start("run", "--key", "k", "--on-duplicate", "wait", "--", "echo", "took over");
        await waiter.Complains("waiting");
        owner.Input.Close();
        (await owner.End()).Code.ShouldBe(3);
        (await waiter.End()).Output.ShouldBe("took over");
    }

    [Fact]
    public async Task The_newest_stops_the_one_that_runs()
    {
        var old = _machine.Start(
            "run",
            "--group",
            "g",
            "--policy",
            "cancel-running",
            "--",
            "sh",
            "-c",
            "echo in; sleep 1000"
        );
        await old.Says("in");
        var young = await _machine.Run("run", "--group", "g", "--policy", "cancel-running", "--", "echo", "young");
        young.Output.ShouldBe("young");
        var ended = await old.End();
        ended.Code.ShouldBe(92);
        ended.Errors.ShouldContain("stopping the command");
    }

    [Fact]
    public async Task A_preempted_run_waits_again_and_runs_after_the_other()
    {
        string[] group = ["--group", "g", "--policy", "preempt", "--preempted", "requeue", "--grace", "2s"];
        var low = _machine.Start([
            "run",
            .. group,
            "--priority",
            "10",
            "--",
            "sh",
            "-c",
            $"echo try; [ -e {_machine.At("once")} ] && exit 0; touch {_machine.At("once")}; sleep 1000",
        ]);
        await low.Says("try");
        var high = await _machine.Run(["run", .. group, "--priority", "90", "--", "echo", "high"]);
        high.Output.ShouldBe("high");
        var ended = await low.End();
        (ended.Code, ended.Output).ShouldBe((0, "try\ntry"));
    }

    [Fact]
    public async Task A_preempted_run_that_is_free_to_go_on_at_once_runs_again()
    {
        string[] group = ["--group", "g", "--policy", "preempt", "--preempted", "requeue", "--grace", "10m"];
        var once = _machine.At("once");
        var script = $"trap '' TERM; echo try; [ -e {once} ] && exit 0; touch {once}; read go; exit 9";
        var low = _machine.Start(["run", .. group, "--priority", "10", "--", "sh", "-c", script]);
        await low.Says("try");
        var high = _machine.Start(["run", .. group, "--priority", "90", "--", "echo", "never"]);
        await low.Complains("stopping the command");
        high.Signal("TERM");
        (await high.End()).Code.ShouldBe(143);
        await low.Input.WriteLineAsync("go");
        var ended = await low.End();
        (ended.Code, ended.Output).ShouldBe((0, "try\ntry"));
    }

    [Fact]
    public async Task A_run_inside_another_joins_what_it_holds_and_adds_what_it_does_not()
    {
        var inner = string.Join(
            ' ',
            Line("run", "--group", "a", "--group", "c", "--max-wait", "5s", "--", "echo", "inside")
        );
        var ended = await _machine.Run(
            "run",
            "--group",
            "a",
            "--group",
            "b=2",
            "--capacity",
            "2",
            "--",
            "sh",
            "-c",
            inner
        );
        (ended.Code, ended.Output).ShouldBe((0, "inside"));
    }

    [Fact]
    public async Task Two_that_would_wait_for_each_other_in_a_circle_are_refused_and_both_are_named()
    {
        var (toB, toA) = (
            Line("run", "--group", "b", "--", "echo", "b"),
            Line("run", "--group", "a", "--", "echo", "a")
        );
        var first = _machine.Start(
            "run",
            "--group",
            "a",
            "--",
            "sh",
            "-c",
            $"echo in; read go; {string.Join(' ', toB)}"
        );
        var second = _machine.Start(
            "run",
            "--group",
            "b",
            "--",
            "sh",
            "-c",
            $"echo in; read go; {string.Join(' ', toA)}"
        );
        await first.Says("in");
        await second.Says("in");
        await first.Input.WriteLineAsync("go");
        await first.Complains("waiting, place 1: group b is held by");
        await second.Input.WriteLineAsync("go");
        var refused = await second.End();
        refused.Code.ShouldBe(76);
        refused.Errors.ShouldContain("would wait for each other in a circle");
        (await first.End()).Output.ShouldBe("in\nb");
    }

    [Fact]
    public async Task Interrupted_while_it_waits_it_leaves_no_trace()
    {
        var holder = _machine.Start("run", "--group", "g", "--", "sh", "-c", Section);
        await holder.Says("in");
        var waiter = _machine.Start("run", "--group", "g", "--", "echo", "never");
        await waiter.Complains("waiting");
        waiter.Signal("TERM");
        var ended = await waiter.End();
        (ended.Code, ended.Output).ShouldBe((143, ""));
        holder.Input.Close();
        (await holder.End()).Code.ShouldBe(0);
        (await _machine.Run("run", "--group", "g", "--max-wait", "0s", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_signal_reaches_the_command()
    {
        var started = _machine.Start(
            "run",
            "--group",
            "g",
            "--",
            "sh",
            "-c",
            "trap 'echo trapped; exit 5' TERM; echo in; while :; do sleep 0.1; done"
        );
        await started.Says("in");
        started.Signal("TERM");
        var ended = await started.End();
        (ended.Code, ended.Output).ShouldBe((5, "in\ntrapped"));
    }

    [Fact]
    public async Task A_machine_that_is_thrown_away_is_told_so_when_no_store_is_named()
    {
        var ended = await _machine
            .Start(
                new Dictionary<string, string>
                {
                    ["GITHUB_ACTIONS"] = "true",
                    ["RUNNER_ENVIRONMENT"] = "github-hosted",
                },
                "run",
                "--",
                "echo",
                "never"
            )
            .End();
        (ended.Code, ended.Output).ShouldBe((78, ""));
        ended.Errors.ShouldContain("--store git:origin");
    }

    [Fact]
    public async Task Without_a_store_the_command_is_not_started_unless_somebody_said_proceed()
    {
        await File.WriteAllTextAsync(_machine.At("not-a-database"), new string('x', 5000));
        string[] run = ["run", "--store", $"sqlite:{_machine.At("not-a-database")}"];
        var failed = await _machine.Run([.. run, "--", "echo", "never"]);
        (failed.Code, failed.Output).ShouldBe((72, ""));
        var proceeded = await _machine.Run([.. run, "--on-unavailable", "proceed", "--", "echo", "ran"]);
        (proceeded.Code, proceeded.Output).ShouldBe((0, "ran"));
        proceeded.Errors.ShouldContain("UNPROTECTED");
    }

    public void Dispose() => _machine.Dispose();

    private Started Arrive(string action, int number)
    {
        var payload = _machine.At($"event-{number}.json");
        File.WriteAllText(
            payload,
            $$$"""{"action":"{{{action}}}","issue":{"number":681,"title":"x"},"label":{"name":"l{{{number}}}"}}"""
        );
        var variables = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_RUN_ID"] = $"77{number}",
            ["GITHUB_RUN_NUMBER"] = $"{number + 1}",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_WORKFLOW"] = "agent",
            ["GITHUB_EVENT_NAME"] = "issues",
            ["GITHUB_EVENT_PATH"] = payload,
        };
        return _machine.Start(
            variables,
            "run",
            "--key",
            "issue-{issue.number}",
            "--key-window",
            "5m",
            "--",
            "echo",
            "worked"
        );
    }

    private static string[] Line(params string[] arguments) => [.. Machine.CommandLine(), .. arguments];
}
