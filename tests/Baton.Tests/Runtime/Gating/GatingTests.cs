using Baton.Cli.Commands;
using Baton.Cli.Commands.Gating;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Gating;

/// <summary>What the gate asks for, event by event.</summary>
public sealed class GatingTests : IDisposable
{
    private const string Sha = "1111111111111111111111111111111111111111";
    private const string Merge = "2222222222222222222222222222222222222222";
    private const string Trusted = """{"full_name": "acme/shop"}""";
    private const string Issue = """ "issue": {"number": 7, "id": 9, "title": "A song", "body": "slow"} """;

    private readonly Desk desk = new();

    public GatingTests()
    {
        desk.Variables["GITHUB_ACTIONS"] = "true";
        desk.Variables["GITHUB_REPOSITORY"] = "acme/shop";
        desk.Variables["GITHUB_WORKFLOW"] = "Build";
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("commit")]
    [InlineData("session")]
    public void A_push_and_the_pull_request_of_its_commit_ask_for_the_same_keys(string preset)
    {
        var push = Keys("push", Sha, """{"after": "1111111111111111111111111111111111111111"}""", "--preset", preset);
        var pull = Keys("pull_request", Merge, Pull(Trusted), "--preset", preset);

        pull.ShouldBe(push);
        push.ShouldAllBe(key => key.Contains(Sha));
    }

    [Fact]
    public void A_session_has_five_minutes_and_a_pushed_commit_an_hour()
    {
        var needs = Plan("push", Sha, "{}", "--preset", "session").Ask.Needs;

        needs
            .Select(need => (need.Resource.Name, need.Linger.Success))
            .ShouldBe([
                ($"session-build-{Sha}", TimeSpan.FromMinutes(5)),
                ($"pushed-build-{Sha}", TimeSpan.FromHours(1)),
            ]);
    }

    [Fact]
    public void A_label_asks_the_same_and_an_edit_asks_anew()
    {
        var opened = Keys("issues", Merge, $$"""{"action": "opened", {{Issue}}}""", "--preset", "issue");
        var labeled = Keys(
            "issues",
            Merge,
            $$"""{"action": "labeled", "label": {"name": "audio"}, {{Issue}}}""",
            "--preset",
            "issue"
        );
        var edited = Keys(
            "issues",
            Merge,
            $$"""{"action": "edited", {{Issue.Replace("A song", "A longer song", StringComparison.Ordinal)}}}""",
            "--preset",
            "issue"
        );

        labeled.ShouldBe(opened);
        edited.ShouldNotBe(opened);
    }

    [Fact]
    public void An_issue_without_a_body_is_an_issue()
    {
        var keys = Keys(
            "issues",
            Merge,
            """{"issue": {"number": 7, "id": 9, "title": "A song", "body": null}}""",
            "--preset",
            "issue"
        );

        keys.Single().ShouldStartWith("issue-build-7-");
    }

    [Fact]
    public void An_agent_has_one_key_for_an_issue_whatever_starts_it()
    {
        string[] payloads =
        [
            $$"""{"action": "opened", {{Issue}}}""",
            $$"""{"action": "created", "comment": {"body": "go"}, {{Issue}}}""",
            """{"inputs": {"issue": "7"}}""",
            """{"client_payload": {"issue": 7}}""",
        ];
        foreach (var payload in payloads)
            Keys("issues", Merge, payload, "--preset", "agent").ShouldBe(["agent-issue-7"]);
    }

    [Fact]
    public void An_event_without_the_issue_is_refused_and_the_field_is_named() =>
        Should
            .Throw<AskingException>(() => Plan("schedule", Merge, "{}", "--preset", "agent"))
            .Lines.ShouldContain(line => line.Contains("issue.number"));

    [Theory]
    [InlineData("github.event.label.name == 'audio'", true)]
    [InlineData("github.event.label.name == 'bug'", false)]
    [InlineData("github.actor != 'octobeats[bot]'", true)]
    [InlineData("github.event_name == 'issues' && github.event.action == 'labeled'", true)]
    [InlineData("github.ref_protected", false)]
    [InlineData("inputs.force", false)]
    public void What_is_not_meant_asks_for_nothing(string expression, bool meant)
    {
        desk.Variables["GITHUB_ACTOR"] = "ann";
        desk.Variables["GITHUB_REF_PROTECTED"] = "false";

        var ask = Plan(
            "issues",
            Merge,
            $$"""{"action": "labeled", "label": {"name": "audio"}, {{Issue}}}""",
            "--preset",
            "issue",
            "--when",
            expression
        ).Ask;

        (ask.Filtered is null).ShouldBe(meant);
        (ask.Needs.Count > 0).ShouldBe(meant);
    }

    [Fact]
    public void What_is_not_meant_may_lack_the_fields_of_the_names() =>
        Plan("schedule", Merge, "{}", "--preset", "issue", "--when", "github.event_name == 'issues'")
            .Ask.Filtered.ShouldBe("github.event_name == 'issues' is false for this event");

    [Theory]
    [InlineData("github.event.")]
    [InlineData("secrets.TOKEN")]
    public void An_expression_that_can_not_be_read_is_refused(string expression) =>
        Should
            .Throw<AskingException>(() => Plan("issues", Merge, "{}", "--key", "k", "--when", expression))
            .Fault.ShouldBe(AskingFault.Usage);

    [Fact]
    public void A_filter_that_needs_a_payload_is_refused_without_one()
    {
        var refused = Should.Throw<AskingException>(() =>
            Made("--key", "k", "--when", "github.event.action == 'opened'")
        );

        refused.Lines[0].ShouldContain("there is no event payload");
    }

    [Theory]
    [InlineData("""{"full_name": "mallory/shop"}""", "fork:mallory/shop:")]
    [InlineData("""{"full_name": "Acme/Shop"}""", "")]
    [InlineData("null", "fork:deleted:")]
    public void The_claims_of_a_fork_are_kept_apart(string head, string prefix) =>
        Keys("pull_request", Merge, Pull(head), "--key", "commit-{pull_request.head.sha}")
            .ShouldBe([$"{prefix}commit-{Sha}"]);

    [Theory]
    [InlineData("ann", "2", true)]
    [InlineData("ann", "1", false)]
    [InlineData("retry[bot]", "2", false)]
    public void A_person_may_start_again_and_a_program_may_not(string actor, string attempt, bool again)
    {
        desk.Variables["GITHUB_RUN_ATTEMPT"] = attempt;
        desk.Variables["GITHUB_TRIGGERING_ACTOR"] = actor;

        Made("--key", "k").Ask.Needs.Single().AsksAgain.ShouldBe(again);
        Made("--key", "k", "--reruns", "suppress").Ask.Needs.Single().AsksAgain.ShouldBeFalse();
    }

    [Theory]
    [InlineData("issue-7", "issue-7", 0)]
    [InlineData("issue-7=5m", "issue-7", 5)]
    [InlineData("a=b", "a=b", 0)]
    [InlineData("a=b=2h", "a=b", 120)]
    [InlineData("a=", "a=", 0)]
    public void Each_key_may_have_a_window_of_its_own(string text, string name, int minutes)
    {
        var need = Made("--key", text).Ask.Needs.Single();

        need.Resource.ShouldBe(ResourceName.Key(name));
        need.Linger.Success.ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void Flags_win_over_the_file_and_the_file_over_the_preset()
    {
        Plan("push", Sha, "{}", "--preset", "commit").Ask.Needs[0].Linger.Success.ShouldBe(TimeSpan.FromHours(1));

        desk.Write("baton.yml", "keys: { 'commit-*': { window: 7m } }\n");
        Plan("push", Sha, "{}", "--preset", "commit").Ask.Needs[0].Linger.Success.ShouldBe(TimeSpan.FromMinutes(7));

        Plan("push", Sha, "{}", "--preset", "commit", "--key-window", "3m")
            .Ask.Needs[0]
            .Linger.Success.ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void A_gate_for_nothing_is_refused() =>
        Should.Throw<AskingException>(() => Made("--when", "true")).Fault.ShouldBe(AskingFault.Usage);

    [Theory]
    [InlineData("skip", false)]
    [InlineData("end", false)]
    [InlineData("wait", true)]
    public void A_duplicate_skips_or_waits(string word, bool waits) =>
        Made("--key", "k", "--on-duplicate", word).Ask.Needs.Single().WaitsForOwner.ShouldBe(waits);

    private static string Pull(string head) =>
        $$$"""
            {"action": "opened", "repository": {{{Trusted}}}, "pull_request": {"number": 3,
              "head": {"sha": "{{{Sha}}}", "repo": {{{head}}} }, "base": {"repo": {{{Trusted}}} } } }
            """;

    private List<string> Keys(string occasion, string sha, string payload, params string[] words) =>
        [
            .. Plan(occasion, sha, payload, words)
                .Ask.Needs.Select(need => need.Resource)
                .Where(name => name.Kind == ResourceKind.Key)
                .Select(name => name.Name),
        ];

    private Plan Plan(string occasion, string sha, string payload, params string[] words)
    {
        desk.Variables["GITHUB_EVENT_NAME"] = occasion;
        desk.Variables["GITHUB_SHA"] = sha;
        desk.Variables["GITHUB_EVENT_PATH"] = desk.Write("event.json", payload);
        return Made(words);
    }

    private Plan Made(params string[] words)
    {
        var reading = new CommandLine(VerbTree.Root, desk.Surroundings).Read(["gate", .. words]);
        return GatePlanning.Plan(reading.ShouldBeOfType<CommandReading.Invoke>().Invocation).Plan;
    }
}
