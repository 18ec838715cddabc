using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>`baton each`, as its users meet it.</summary>
public sealed class BatchStories : IDisposable
{
    // Tells that it is in, and stays until its input ends.
    private const string Section = "echo in; cat > /dev/null";

    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task An_item_that_another_run_works_on_is_a_duplicate_and_the_others_are_done()
    {
        var other = _machine.Start("run", "--key", "issue-681", "--", "sh", "-c", Section);
        await other.Says("in");
        var ended = await Each("100\n101\n681\n", "--key", "issue-{item}", "--", "echo", "working on {item}");
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldContain("working on 100\nworking on 101\nitem  result");
        ended.Output.ShouldContain("681   duplicate  not started, duplicate: key issue-681 is held by run");
        ended.Output.ShouldEndWith("3 items: 2 done, 1 duplicate");
        (await other.End()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_item_waits_for_the_run_that_works_on_it_if_it_is_to()
    {
        var other = _machine.Start("run", "--key", "issue-681", "--", "sh", "-c", $"{Section}; exit 1");
        await other.Says("in");
        var batch = Start("681\n", "--key", "issue-{item}", "--on-duplicate", "wait", "--", "echo", "took", "{item}");
        await batch.Complains("waiting, place 1");
        (await other.End()).Code.ShouldBe(1);
        (await batch.End()).Output.ShouldStartWith("took 681\n");
    }

    [Fact]
    public async Task A_failure_stops_nobody_and_its_code_is_the_exit_code()
    {
        var ended = await Each(
            "a\nb\nc\n",
            "--key",
            "x-{item}",
            "--json",
            "--",
            "sh",
            "-c",
            "test $BATON_ITEM != b || exit 7"
        );
        ended.Code.ShouldBe(7);
        var lines = ended.Output.Split('\n');
        lines.Select(Result).ShouldBe(["done", "failed", "done", ""]);
        JsonShape.Of(lines[0]).ShouldBe(JsonShape.Shown("each --json"));
        JsonShape.Of(lines[3]).ShouldBe(JsonShape.Shown("each --json`, the last line"));
    }

    [Fact]
    public async Task Fail_fast_leaves_the_rest_untried()
    {
        var ended = await Each(
            "a\nb\nc\n",
            "--key",
            "x-{item}",
            "--fail-fast",
            "--",
            "sh",
            "-c",
            "test $BATON_ITEM != b"
        );
        ended.Code.ShouldBe(1);
        ended.Output.ShouldEndWith("3 items: 1 done, 1 failed, 1 not-tried");
    }

    [Fact]
    public async Task A_signal_ends_the_command_at_work_and_the_rest_is_told_as_not_tried()
    {
        var batch = Start(
            "a\nb\nc\n",
            "--key",
            "x-{item}",
            "--",
            "sh",
            "-c",
            "echo in $BATON_ITEM; exec tail -f /dev/null"
        );
        await batch.Says("in a");
        batch.Signal("TERM");
        var ended = await batch.End();
        ended.Code.ShouldBe(128 + 15);
        ended.Output.ShouldContain("a     cancelled  exit code 143");
        ended.Output.ShouldEndWith("3 items: 1 cancelled, 2 not-tried");
        ended.Output.ShouldNotContain("in b");
    }

    [Fact]
    public async Task A_hostile_item_is_data()
    {
        var mark = _machine.At("mark");
        var item = $"$(touch {mark}); `touch {mark}` & \"quoted\" 'too'";
        var ended = await Each(
            item + "\0two\nlines\0",
            "-z",
            "--key",
            "x-{hash(item)}",
            "--",
            "printf",
            "<%s>",
            "{item}"
        );
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldStartWith($"<{item}><two\nlines>");
        File.Exists(mark).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_an_item_cannot_make_is_told_before_anything_has_started()
    {
        var ended = await Each("good\nbad\u001b[31m\n", "--key", "x-{item}", "--", "echo", "{item}");
        ended.Code.ShouldBe(65);
        ended.Output.ShouldBe("");
        ended.Errors.ShouldContain(
            "item 2 of the list: --key \"x-{item}\": column 4: the field item holds the character U+001B"
        );
    }

    [Theory]
    [InlineData("every item would have the key \"same\"", "--key", "same", "--", "true")]
    [InlineData("write \"$BATON_ITEM\" there instead", "--key", "x-{item}", "--", "sh", "-c", "echo {item}")]
    public async Task What_can_not_be_meant_is_refused(string message, params string[] arguments)
    {
        var ended = await Each("a\nb\n", arguments);
        ended.Code.ShouldBeOneOf(64, 65);
        ended.Errors.ShouldContain(message);
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_refused()
    {
        var ended = await _machine.Run("each", "--from", "no-such-file", "--key", "x-{item}", "--", "true");
        ended.Code.ShouldBe(65);
        ended.Errors.ShouldContain("no-such-file can't be read");
    }

    [Fact]
    public async Task A_list_may_be_standard_input()
    {
        var batch = _machine.Start("each", "--key", "x-{item}", "--", "echo", "took", "{item}");
        await batch.Input.WriteAsync("a\nb\n");
        (await batch.End()).Output.ShouldStartWith("took a\ntook b\n");
    }

    [Fact]
    public async Task A_list_may_be_a_file_and_a_dry_run_asks_for_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_machine.Checkout, "list"), "1\n2\n1\n");
        var ended = await _machine.Run(
            "each",
            "--from",
            "list",
            "--key",
            "x-{item}",
            "--dry-run",
            "--",
            "echo",
            "{item}"
        );
        ended.Output.ShouldBe(
            "1: key x-1; echo 1\n2: key x-2; echo 2\n1: the same as item 1 of the list\n3 items; nothing was asked: this is a dry run"
        );
        File.Exists(_machine.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_hears_the_counts_and_shows_a_table()
    {
        var variables = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["RUNNER_ENVIRONMENT"] = "self-hosted",
            ["GITHUB_OUTPUT"] = _machine.At("output"),
            ["GITHUB_STEP_SUMMARY"] = _machine.At("summary"),
        };
        await File.WriteAllTextAsync(variables["GITHUB_OUTPUT"], "");
        await File.WriteAllTextAsync(variables["GITHUB_STEP_SUMMARY"], "");
        var batch = _machine.Start(variables, "each", "--key", "x-{item}", "--", "true");
        await batch.Input.WriteAsync("a|b\n<b>\n");
        (await batch.End()).Code.ShouldBe(0);
        var summary = await File.ReadAllTextAsync(variables["GITHUB_STEP_SUMMARY"]);
        summary.ShouldContain("| a&#124;b | done |");
        summary.ShouldContain("| &#60;b&#62; | done |");
        (await File.ReadAllTextAsync(variables["GITHUB_OUTPUT"])).ShouldContain("not-tried");
    }

    private Started Start(string list, params string[] arguments)
    {
        var file = _machine.At(Guid.NewGuid().ToString("N"));
        File.WriteAllText(file, list);
        return _machine.Start(["each", "--from", file, .. arguments]);
    }

    private Task<Ended> Each(string list, params string[] arguments) => Start(list, arguments).End();

    private static string Result(string line) =>
        JsonDocument.Parse(line).RootElement.TryGetProperty("result", out var result) ? result.GetString()! : "";
}
