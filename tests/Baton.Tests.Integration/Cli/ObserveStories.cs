using System.Globalization;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Cli;

/// <summary>`mode: observe`, as its users meet it: every command starts, whatever would have been decided.</summary>
public sealed class ObserveStories : IDisposable
{
    // Tells that it is in, and stays until its input ends.
    private const string Section = "echo in; cat > /dev/null";

    private readonly Machine _machine = new();

    public ObserveStories() => _machine.Variables["BATON_MODE"] = "observe";

    public void Dispose() => _machine.Dispose();

    /// <summary>Everything that keeps or stops a run where decisions bind, while another run holds group g and key k.</summary>
    [Theory]
    [InlineData("would have made it wait", "run", "--group", "g")]
    [InlineData("would have made it wait", "run", "--group", "g=exclusive", "--max-wait", "1s")]
    [InlineData("timed-out", "run", "--group", "g", "--max-wait", "0s")]
    [InlineData("would not have started it, duplicate: key k is held", "run", "--key", "k")]
    [InlineData("would have made it wait", "run", "--key", "k", "--on-duplicate", "wait")]
    [InlineData("would not have started it, rejected", "run", "--group", "other=2")]
    [InlineData("group paused is paused", "run", "--group", "paused")]
    [InlineData("the field nothing.there is not there", "run", "--key", "x-{nothing.there}")]
    [InlineData("something about a group, but none is asked for", "run", "--key", "x", "--capacity", "2")]
    [InlineData("can't be written", "run", "--store", "sqlite:/proc/no/such/folder/baton.db")]
    [InlineData("not yet in this version", "run", "--store", "https://baton.example")]
    public async Task The_command_starts_and_what_enforce_would_have_done_is_told(string told, params string[] asked)
    {
        var enforcing = new Dictionary<string, string> { ["BATON_MODE"] = "enforce" };
        (await _machine.Start(enforcing, "pause", "paused", "--reason", "freeze").End()).Code.ShouldBe(0);
        var holder = _machine.Start("run", "--group", "g", "--key", "k", "--", "sh", "-c", Section);
        await holder.Says("in");
        await Asked();
        var ended = await _machine.Run([.. asked, "--", "sh", "-c", "echo ran; exit 7"]);
        ended.Output.ShouldBe("ran");
        ended.Code.ShouldBe(7);
        ended.Errors.ShouldContain("mode: observe: ");
        ended.Errors.ShouldContain(told);
        (await holder.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_run_stops_nobody_and_the_report_says_that_it_would_have()
    {
        var first = _machine.Start("run", "--group", "docs", "--policy", "cancel-running", "--", "sh", "-c", Section);
        await first.Says("in");
        await Asked();
        var second = await _machine.Run("run", "--group", "docs", "--policy", "cancel-running", "--", "echo", "second");
        second.Output.ShouldBe("second");
        var ended = await first.End();
        ended.Code.ShouldBe(0);
        ended.Errors.ShouldContain("enforce would have stopped it after");
        var report = await _machine.Run("audit", "report", "--observed");
        report.Output.ShouldContain("acme/shop: 2 runs observed");
        report.Output.ShouldContain("started and stopped: 1");
        report.Output.ShouldContain("really ran beside another: 1 run");
        var json = await _machine.Run("audit", "report", "--observed", "--json");
        JsonShape.Of(json.Output).ShouldBe(JsonShape.Shown("audit report --observed --json"));
    }

    [Fact]
    public async Task Who_observes_is_in_nobodys_way_and_nobody_is_in_its_way()
    {
        var enforcing = new Dictionary<string, string> { ["BATON_MODE"] = "enforce" };
        var observed = _machine.Start("run", "--group", "g", "--key", "k", "--", "sh", "-c", Section);
        await observed.Says("in");
        var bound = _machine.Start(enforcing, "run", "--group", "g", "--key", "k", "--", "sh", "-c", Section);
        await bound.Says("in");
        var beside = await _machine.Run("run", "--group", "g", "--key", "k", "--", "echo", "beside");
        beside.Output.ShouldBe("beside");
        beside.Errors.ShouldContain("enforce would not have started it, duplicate: key k is held");
        (await bound.End()).Code.ShouldBe(0);
        (await observed.End()).Code.ShouldBe(0);
        (await _machine.Start(enforcing, "audit", "list").End()).Output.ShouldNotContain("observed");
    }

    [Fact]
    public async Task The_audit_of_what_was_observed_is_a_chain_of_its_own()
    {
        (await _machine.Run("run", "--group", "g", "--", "true")).Code.ShouldBe(0);
        var listed = await _machine.Run("audit", "list", "--scope", "acme/shop#observed");
        listed.Output.ShouldContain("and succeeded, as it would have if enforced");
        (await _machine.Run("audit", "verify", "--scope", "acme/shop#observed")).Output.ShouldContain("is whole");
        (await _machine.Run("status")).Output.ShouldNotContain("#observed");
    }

    [Fact]
    public async Task A_batch_does_every_item()
    {
        await File.WriteAllTextAsync(Path.Combine(_machine.Checkout, "list"), "100\n681\n");
        var holder = _machine.Start("run", "--key", "issue-681", "--", "sh", "-c", Section);
        await holder.Says("in");
        await Asked();
        var batch = await _machine.Run("each", "--from", "list", "--key", "issue-{item}", "--", "echo", "on {item}");
        batch.Code.ShouldBe(0, batch.Errors);
        batch.Output.ShouldStartWith("on 100\non 681\n");
        batch.Output.ShouldContain("681   done    mode: observe: enforce would not have started it, duplicate");
        (await holder.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Steps_go_on_with_a_token_that_holds_nothing()
    {
        var first = await _machine.Run("acquire", "--group", "g", "--follow", "none");
        var second = await _machine.Run("acquire", "--group", "g", "--follow", "none", "--json");
        second.Code.ShouldBe(0, second.Errors);
        second.Output.ShouldContain("\"granted\":true");
        second.Output.ShouldContain("\"enforced\":\"waiting\"");
        var run = first.Output.Split(' ', ',')[2];
        (await _machine.Run("renew", run, "--token", "0")).Code.ShouldBe(0);
        (await _machine.Run("release", run, "--token", "0")).Code.ShouldBe(0);
        (await _machine.Run("audit", "report", "--observed")).Output.ShouldContain("acme/shop: 1 run observed");
    }

    [Fact]
    public async Task It_is_always_said_that_nothing_binds_and_who_says_so()
    {
        (await _machine.Run("run", "--group", "g", "--", "true")).Errors.ShouldBe(
            "baton: mode: observe (BATON_MODE): nothing is held back"
        );
        var flag = await _machine.Run("acquire", "--mode", "observe", "--group", "g", "--follow", "none");
        flag.Errors.ShouldContain("mode: observe (--mode): nothing is held back");
        (await _machine.Run("run", "--group", "g", "--dry-run", "--", "true")).Output.ShouldContain(
            "mode       observe"
        );
        (await _machine.Run("run", "--group", "g", "--dry-run", "--json", "--", "true")).Output.ShouldContain(
            "\"mode\":\"observe\""
        );
        await File.WriteAllTextAsync(Path.Combine(_machine.Checkout, "baton.yml"), "mode: enforce\n");
        (await _machine.Run("doctor")).Output.ShouldContain(
            "warning  mode: BATON_MODE says observe, and without it the mode is enforce: nothing is held back"
        );
    }

    [Fact]
    public async Task A_real_hold_is_not_said_to_be_released_by_the_token_of_the_observed_run_around_it()
    {
        var inside = new Dictionary<string, string>
        {
            ["BATON_MODE"] = "enforce",
            ["BATON_TOKEN"] = "0",
            ["BATON_OBSERVED_RUN"] = "01JD3Q7XG5M9V2T8K4B6N0C1RA",
        };
        var taken = await _machine.Start(inside, "acquire", "--group", "inner", "--follow", "none").End();
        var words = taken.Output.Split(' ', ',');
        foreach (var verb in new[] { "renew", "release" })
        {
            var wrong = await _machine.Start(inside, verb, words[2]).End();
            wrong.Code.ShouldBe(77, wrong.Output);
            wrong.Output.ShouldNotContain("released");
            (await _machine.Start(inside, verb, "01JD3Q7XG5M9V2T8K4B6N0C1RB").End()).Code.ShouldBe(66);
        }
        (await _machine.Run("status")).Output.ShouldContain("inner");
        (await _machine.Start(inside, "release", words[2], "--token", words[5]).End()).Code.ShouldBe(0);
        (await _machine.Start(inside, "release", "01JD3Q7XG5M9V2T8K4B6N0C1RA").End()).Code.ShouldBe(0);
    }

    /// <summary>Where nothing binds no step fails, also when its request was never made.</summary>
    [Fact]
    public async Task A_run_that_nobody_knows_fails_no_step_where_the_environment_observes()
    {
        string[] unknown = ["release", "01JD3Q7XG5M9V2T8K4B6N0C1RB", "--token", "0"];
        (await _machine.Run(unknown)).ShouldBe(
            new Ended(0, "nothing was released: no such run is known, and mode: observe fails no step", "")
        );
        (await _machine.Run([.. unknown, "--store", "sqlite:/proc/no/such/folder/baton.db"])).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("not yet in this version", "--store", "https://baton.example", "--key", "k-{item}")]
    [InlineData("the field nofield is not there", "--key", "k-{nofield}")]
    public async Task A_batch_whose_requests_can_not_be_made_does_every_item(string told, params string[] asked)
    {
        await File.WriteAllTextAsync(Path.Combine(_machine.Checkout, "list"), "1\n2\n");
        var batch = await _machine.Run([
            "each",
            "--from",
            "list",
            .. asked,
            "--",
            "sh",
            "-c",
            "echo on $BATON_ITEM; test $BATON_ITEM != 2 || exit 7",
        ]);
        batch.Code.ShouldBe(7, batch.Errors);
        batch.Output.ShouldStartWith("on 1\non 2\n");
        batch.Errors.ShouldContain(told);
        batch.Errors.ShouldContain("mode: observe (BATON_MODE): nothing is held back");
    }

    [Fact]
    public async Task The_command_of_a_killed_observed_run_is_left_alone_by_a_cleanup()
    {
        var run = _machine.Start(
            "run",
            "--group",
            "g",
            "--",
            "sh",
            "-c",
            "echo in $$ $BATON_TMP; exec cat > /dev/null"
        );
        var words = (await run.Says("in ")).Split(' ');
        await Asked();
        var child = ProcessIdentity.Of(int.Parse(words[1], CultureInfo.InvariantCulture))!.Value;
        run.Signal("KILL");
        await run.Dies();
        var cleaned = await _machine.Run("cleanup", "--scope", "acme/shop#observed");
        cleaned.Output.ShouldContain("was called lost: its owner is dead");
        (await _machine.Run("cleanup")).Code.ShouldBe(0);
        Directory.Exists(words[2]).ShouldBeTrue();
        child.Look().ShouldBeOfType<Liveness.Alive>();
    }

    [Fact]
    public async Task A_signal_reaches_the_command()
    {
        var run = _machine.Start("run", "--group", "g", "--", "sh", "-c", "echo in; exec tail -f /dev/null");
        await run.Says("in");
        run.Signal("TERM");
        (await run.End()).Code.ShouldBe(128 + 15);
    }

    // The command is started first; that its request is there is seen in the audit.
    private async Task Asked()
    {
        using var bound = new CancellationTokenSource(Machine.Bound);
        while (!bound.IsCancellationRequested)
            if (
                (await _machine.Run("audit", "list", "--scope", "acme/shop#observed")).Output.Contains(
                    "granted",
                    StringComparison.Ordinal
                )
            )
                return;
        throw new InvalidOperationException("the observed run never asked");
    }
}
