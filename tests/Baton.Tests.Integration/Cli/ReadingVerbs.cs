using System.Text.RegularExpressions;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Tests.Integration.Stores;

namespace Baton.Tests.Integration.Cli;

/// <summary>The verbs that only read, over a store in which something has happened.</summary>
public sealed partial class ReadingVerbs : IDisposable
{
    private const string Holder = "01JD3QAAAAAAAAAAAAAAAAAAAA";
    private const string Waiter = "01JD3QBAAAAAAAAAAAAAAAAAAA";
    private const string Twin = "01JD3QCAAAAAAAAAAAAAAAAAAA";
    private readonly Machine machine = new();

    public void Dispose() => machine.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task A_status_that_is_watched_ends_when_nobody_reads_it_any_more(string option)
    {
        var baton = string.Join(' ', Machine.CommandLine().Select(word => $"'{word}'"));
        var watched = machine.Shell(
            $"({baton} status --watch {option}; echo ended with $? >&2) | head -n 1 > /dev/null"
        );
        var ended = await watched.End();
        ended.Errors.ShouldBe("ended with 0");
    }

    [Fact]
    public async Task Status_says_who_runs_who_waits_and_for_whom()
    {
        await Happen();
        var said = await machine.Run("status");
        said.Code.ShouldBe(0, said.Errors);
        said.Output.ShouldStartWith("acme/shop: 1 running, 1 waiting\n  group deploy: 1 of 1 held, 1 waiting");
        said.Output.ShouldContain($"run {Waiter}");
        said.Output.ShouldContain(
            $"because group deploy is held by run {Holder} (agent #12, https://example.org/runs/12) for"
        );
        said.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Why_tells_the_story_of_a_duplicate_and_who_won()
    {
        await Happen();
        var said = await machine.Run("why", Twin[..8].ToLowerInvariant());
        said.Code.ShouldBe(0, said.Errors);
        said.Output.ShouldContain($"Run {Twin} asked for key issue-681");
        said.Output.ShouldContain(
            $"It was a duplicate and did not run: key issue-681 is held by run {Holder} (agent #12, https://example.org/runs/12)"
        );
        said.Output.ShouldContain($"Run {Holder} is running.");
        said.Output.ShouldMatch($"#\\d+ \\d{{4}}-.* Run {Twin} was a duplicate");
    }

    [Fact]
    public async Task A_run_is_found_by_its_page()
    {
        await Happen();
        (await machine.Run("why", "https://example.org/runs/12")).Output.ShouldContain($"Run {Holder} (agent #12");
        var said = await machine.Run("why", "https://example.org/runs/13");
        said.Code.ShouldBe(66);
        said.Errors.ShouldContain("knows no run \"https://example.org/runs/13\"");
    }

    [Fact]
    public async Task The_audit_is_listed_and_whole()
    {
        await Happen();
        var listed = (await machine.Run("audit", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        listed.Length.ShouldBe(3);
        listed[0].ShouldStartWith("#1 ");
        (await machine.Run("audit", "list", "--limit", "1")).Output.ShouldStartWith("#3 ");
        (await machine.Run("audit", "list", "--run", Waiter)).Output.ShouldStartWith("#2 ");
        (await machine.Run("audit", "list", "--since", "1d")).Output.ShouldStartWith("#1 ");
        var whole = await machine.Run("audit", "verify");
        whole.Code.ShouldBe(0, whole.Errors);
        var head = HeadIn(whole.Output);
        (await machine.Run("audit", "verify", "--head", head)).Code.ShouldBe(0);
        var other = await machine.Run("audit", "verify", "--head", $"3:{new string('0', 64)}");
        other.Code.ShouldBe(82);
        other.Errors.ShouldContain("the audit of acme/shop is broken at entry 3");
        (await machine.Run("audit", "verify", "--head", $"4:{new string('0', 64)}")).Code.ShouldBe(82);
    }

    [Theory]
    [InlineData("status", "status --json")]
    [InlineData("why", "why 01JD3QC --json")]
    [InlineData("audit list", "audit list --limit 1 --json")]
    [InlineData("audit verify", "audit verify --json")]
    public async Task Json_has_the_shape_that_the_page_shows(string title, string line)
    {
        await Happen();
        var said = await machine.Run(line.Split(' '));
        said.Code.ShouldBe(0, said.Errors);
        JsonShape.Of(said.Output).ShouldBe(JsonShape.Shown(title));
    }

    private async Task Happen()
    {
        await using var scope = await machine.Scope();
        var origin = new Origin
        {
            Workflow = "agent",
            Number = 12,
            Url = "https://example.org/runs/12",
        };
        await scope.ApplyAsync(
            [
                new Command.Request(
                    Asks.For(Holder, Need.Group("deploy"), Need.Key("issue-681")) with
                    {
                        Origin = origin,
                    }
                ),
                new Command.Request(Asks.For(Waiter, Need.Group("deploy"))),
                new Command.Request(Asks.For(Twin, Need.Key("issue-681"))),
            ],
            default
        );
    }

    private static string HeadIn(string text) => Head().Match(text).Value;

    [GeneratedRegex(@"\d+:[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Head();
}
