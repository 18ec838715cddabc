using System.Diagnostics;
using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>The verbs that set a scope up and that give what it knows to other programs.</summary>
public sealed class SetUpStories : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Recorded_settings_hold_and_what_cannot_be_recorded_is_said()
    {
        Settings("groups: { gpu: { capacity: 2, rate: 9/1h }, \"deploy-*\": { policy: skip } }");
        var dry = await _machine.Run("apply", "--dry-run");
        dry.Code.ShouldBe(0, dry.Errors);
        dry.Output.ShouldStartWith("acme/shop: 2 of 2 resources would change\n  recorded: group gpu: capacity 2");
        dry.Output.ShouldContain("not recorded: pattern deploy-*");
        File.Exists(_machine.Database).ShouldBeFalse();
        (await _machine.Run("apply")).Output.ShouldStartWith("acme/shop: 2 of 2 resources changed");
        (await _machine.Run("apply")).Output.ShouldStartWith("acme/shop: 0 of 2 resources changed");
        (await _machine.Run("run", "--group", "gpu=3", "--capacity", "8", "--", "true")).Code.ShouldBe(76);
        Settings("groups: {}");
        (await _machine.Run("apply")).Output.ShouldContain("kept: group gpu");
        (await _machine.Run("apply", "--forget")).Output.ShouldContain("forgotten: group gpu");
        (await _machine.Run("run", "--group", "gpu=3", "--capacity", "8", "--", "true")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_file_there_is_nothing_to_record()
    {
        var said = await _machine.Run("apply");
        said.Code.ShouldBe(78);
        said.Errors.ShouldContain("no baton.yml");
    }

    [Fact]
    public async Task What_init_writes_is_read_and_never_written_over()
    {
        var said = await _machine.Run("init", "--with-workflow");
        said.Output.ShouldBe("wrote baton.yml\nwrote .github/workflows/baton.yml", said.Errors);
        (await _machine.Run("apply")).Code.ShouldBe(0);
        (await _machine.Run("init")).Code.ShouldBe(78);
    }

    [Fact]
    public async Task Metrics_are_whole_and_escape_what_strangers_named()
    {
        (await _machine.Run("metrics")).Output.ShouldEndWith("# EOF");
        (await _machine.Run("run", "--group", "a\\b\"c", "--", "true")).Code.ShouldBe(0);
        (await _machine.Run("pause", "a\\b\"c", "--reason", "x")).Code.ShouldBe(0);
        var said = (await _machine.Run("metrics")).Output;
        said.ShouldContain("baton_resource_paused{scope=\"acme/shop\",kind=\"group\",name=\"a\\\\b\\\"c\"} 1\n");
        said.ShouldContain("baton_ended_runs{scope=\"acme/shop\",conclusion=\"success\"} 1\n");
        said.ShouldContain("baton_wait_seconds_bucket{scope=\"acme/shop\",le=\"+Inf\"} 1\n");
        said.ShouldEndWith("# EOF");
    }

    [Fact]
    public async Task An_entry_is_shown_whole_and_exported_as_it_is_stored()
    {
        (await _machine.Run("run", "--group", "g", "--", "true")).Code.ShouldBe(0);
        (await _machine.Run("audit", "show", "1")).Output.ShouldContain("  body     {\"v\":1,");
        (await _machine.Run("audit", "show", "99")).Code.ShouldBe(66);
        var lines = (await _machine.Run("audit", "export")).Output.Split('\n');
        lines.Length.ShouldBe(2);
        (await _machine.Run("audit", "export", "--from", "2")).Output.ShouldBe(lines[1]);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        JsonDocument
            .Parse(lines[1])
            .RootElement.GetProperty("previous")
            .GetString()
            .ShouldBe(first.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData("apply --json")]
    [InlineData("audit show N --json")]
    [InlineData("audit export")]
    [InlineData("metrics --json")]
    [InlineData("init --json")]
    public async Task Json_has_the_shape_that_the_page_shows(string title)
    {
        if (title.StartsWith("apply", StringComparison.Ordinal))
            Settings("groups: { gpu: { capacity: 2 } }");
        else
            (await _machine.Run("run", "--group", "g", "--", "true")).Code.ShouldBe(0);
        var line = title.Replace("N", "1", StringComparison.Ordinal);
        var said = await _machine.Run(line.Split(' '));
        said.Code.ShouldBe(0, said.Errors);
        JsonShape.Of(said.Output.Split('\n')[0]).ShouldBe(JsonShape.Shown(title));
    }

    [Fact]
    public async Task Bash_completes_verbs_and_options()
    {
        var script = _machine.At("completion");
        await File.WriteAllTextAsync(script, (await _machine.Run("completion", "bash")).Output + "\n");
        (await Completed(script, "(baton ca)", 1)).ShouldBe("cancel");
        (await Completed(script, "(baton audit ver)", 2)).ShouldBe("verify");
        (await Completed(script, "(baton pause deploy --rea)", 3)).ShouldBe("--reason");
        (await _machine.Run("completion", "fish")).Output.ShouldContain("-a cancel -d");
        (await _machine.Run("completion", "sh")).Code.ShouldBe(64);
    }

    private static async Task<string> Completed(string script, string words, int at)
    {
        var line = $"source '{script}'; COMP_WORDS={words}; COMP_CWORD={at}; _baton; echo \"${{COMPREPLY[*]}}\"";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true })!;
        var said = await bash.StandardOutput.ReadToEndAsync().WaitAsync(Machine.Bound);
        await bash.WaitForExitAsync().WaitAsync(Machine.Bound);
        return said.Trim();
    }

    private void Settings(string text) => File.WriteAllText(Path.Combine(_machine.Checkout, "baton.yml"), text + "\n");
}
