using System.Globalization;
using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>The action under node, as the runner starts it: inputs and state in the environment, the rest in files.</summary>
public sealed class ActionStories : IDisposable
{
    private readonly Machine _machine = new();
    private readonly Dictionary<string, string> _job;
    private int _steps;

    public ActionStories()
    {
        Assert.SkipUnless(ActionStep.IsThereNode, "node isn't on this machine");
        _job = new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_WORKFLOW"] = "audio",
            ["GITHUB_EVENT_NAME"] = "issues",
            ["GITHUB_WORKSPACE"] = _machine.Checkout,
            ["RUNNER_TEMP"] = _machine.Folder,
        };
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task What_a_step_took_its_post_step_gives_back_and_a_duplicate_runs_nothing()
    {
        var first = await Step(("key", "k=0s"));
        var duplicate = await Step(("key", "k=0s"));

        first.Code.ShouldBe(0, first.Said);
        first.Output("should_run").ShouldBe("true");
        duplicate.Code.ShouldBe(0, duplicate.Said);
        duplicate.Output("should_run").ShouldBe("false");
        duplicate.State.ShouldBeEmpty();
        duplicate.Summary.ShouldContain("this run does not go on");

        (await duplicate.Post("success")).Code.ShouldBe(0);
        (await Step(("key", "k=0s"))).Output("should_run").ShouldBe("false");
        var post = await first.Post("success");
        post.Code.ShouldBe(0, post.Said);
        (await Step(("key", "k=0s"))).Output("should_run").ShouldBe("true");
    }

    [Theory]
    [InlineData("success", "false")]
    [InlineData("failure", "true")]
    [InlineData("cancelled", "true")]
    [InlineData("", "true")]
    public async Task A_job_that_did_not_succeed_leaves_its_key_free(string status, string runs)
    {
        var first = await Step(("key", "k=1h"));

        (await first.Post(status)).Code.ShouldBe(0);

        (await Step(("key", "k=1h"))).Output("should_run").ShouldBe(runs);
    }

    [Fact]
    public async Task A_command_runs_under_its_lease_and_its_code_is_the_steps()
    {
        var ran = await Step(
            ("verb", "run"),
            ("group", "deploy"),
            ("command", "sh\n-c\necho held $BATON_GROUPS; exit 7")
        );

        ran.Code.ShouldBe(7, ran.Said);
        ran.Said.ShouldContain("held deploy");
    }

    [Fact]
    public async Task The_token_is_masked_and_never_an_argument()
    {
        var ran = await Step(
            ("verb", "run"),
            ("token", "ghs_secret"),
            ("command", "sh\n-c\ntr '\\\\0' ' ' < /proc/$PPID/cmdline; echo has ${#GITHUB_TOKEN}")
        );

        ran.Said.ShouldContain("::add-mask::ghs_secret");
        ran.Said.ShouldContain("has 10");
        ran.Said.Split('\n')
            .Where(line => line.Contains("ghs_secret", StringComparison.Ordinal))
            .ShouldAllBe(line => line == "::add-mask::ghs_secret");
    }

    [Theory]
    [InlineData("verb", "rm", "verb is one of")]
    [InlineData("verb", "run", "run needs a command")]
    [InlineData("command", "x", "command goes with run and each")]
    [InlineData("program", "/nowhere/baton", "is no program")]
    [InlineData("version", "0.1.0; id", "is no version")]
    public async Task Wrong_inputs_fail_with_one_clear_line(string input, string value, string says)
    {
        var step = await Step(
            input == "version" ? [("key", "k"), ("program", ""), (input, value)] : [("key", "k"), (input, value)]
        );

        step.Code.ShouldBe(1);
        step.Said.ShouldContain("::error title=Baton::");
        step.Said.ShouldContain(says);
    }

    [Fact]
    public async Task Nothing_that_a_stranger_wrote_is_executed()
    {
        var canary = _machine.At("canary");
        foreach (var texts in Hostile.Texts(canary).Chunk(20))
        {
            var step = await Step(
                Payload(texts),
                ("preset", "issue"),
                ("group", $"g-{texts[0].ReplaceLineEndings(" ")}"),
                ("args", $"--workflow={texts[1].ReplaceLineEndings(" ")}\n--dry-run")
            );
            File.Exists(canary).ShouldBeFalse(string.Join('\n', texts));
            step.Outputs.Keys.ShouldBeSubsetOf([
                "decision",
                "should_run",
                "reason",
                "duplicate_of",
                "duplicate_url",
                "run",
                "token",
            ]);
        }
        var burst = Hostile.Texts(canary).Take(20).ToArray();
        var (first, second) = (
            await Step(Payload(burst), ("preset", "agent")),
            await Step(Payload(burst), ("preset", "agent"))
        );
        first.Output("should_run").ShouldBe("true", first.Said);
        second.Output("should_run").ShouldBe("false");
        (await first.Post("success")).Code.ShouldBe(0);
        File.Exists(canary).ShouldBeFalse();
    }

    private static string Payload(string[] texts) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["action"] = "opened",
                ["issue"] = new Dictionary<string, object>
                {
                    ["number"] = 7,
                    ["id"] = 99,
                    ["title"] = texts[0],
                    ["body"] = string.Join('\n', texts),
                    ["labels"] = texts.Select(text => new Dictionary<string, object> { ["name"] = text }).ToArray(),
                },
            }
        );

    private Task<ActionStep> Step(params (string Name, string Value)[] inputs) => Step("{}", inputs);

    private Task<ActionStep> Step(string payload, params (string Name, string Value)[] inputs)
    {
        var number = (++_steps).ToString(CultureInfo.InvariantCulture);
        var file = _machine.At($"event-{number}.json");
        File.WriteAllText(file, payload);
        var variables = new Dictionary<string, string>(_job)
        {
            ["GITHUB_EVENT_PATH"] = file,
            ["GITHUB_RUN_ID"] = number,
            ["GITHUB_RUN_NUMBER"] = number,
            ["GITHUB_RUN_ATTEMPT"] = "1",
        };
        return ActionStep.Run(_machine, number, variables, inputs);
    }
}
