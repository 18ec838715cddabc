using Baton.Cli.Commands;
using Baton.Engine.Resources;
using Baton.Runtime.Asking;
using Baton.Tests.Support;

namespace Baton.Tests.Runtime.Asking;

public sealed class PlannerTests : IDisposable
{
    private const string Id = "01JD3QAAAAAAAAAAAAAAAAAAAA";
    private readonly Desk desk = new();

    public PlannerTests() => desk.Variables["BATON_SCOPE"] = "acme/shop";

    public void Dispose() => desk.Dispose();

    [Fact]
    public void With_no_group_and_no_key_the_scope_is_its_group() =>
        Names(Made("run -- true")).ShouldBe(["Group acme/shop 1"]);

    [Fact]
    public void With_a_key_alone_there_is_no_group() => Names(Made("run --key a -- true")).ShouldBe(["Key a 1"]);

    [Fact]
    public void Groups_have_units() =>
        Names(Made("run -g a -g b=2 -g c=exclusive -- true")).ShouldBe(["Group a 1", "Group b 2", "Group c 0"]);

    [Fact]
    public void A_rate_is_a_second_resource_of_the_group()
    {
        var ask = Made("run -g a --rate 10/1h -- true").Ask;
        ask.Needs[1].ShouldBe(Need.Rate("a", 10, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_key_has_a_window_and_what_a_failure_leaves()
    {
        var need = Made("run -k a --key-window 5m --on-failure hold --on-duplicate wait -- true").Ask.Needs[0];
        need.Linger.ShouldBe(Lingering.Window(TimeSpan.FromMinutes(5), afterFailure: true));
        need.WaitsForOwner.ShouldBeTrue();
    }

    [Fact]
    public void A_policy_is_a_preset_and_single_settings_lie_over_it()
    {
        var settings = Made("run -g a --policy latest --max-pending 3 --capacity 2 --order fifo -- true")
            .Ask.Needs[0]
            .Settings;
        settings.ShouldBe(Policy.Find("latest")! with { Line = 3, Capacity = 2, Order = LineOrder.Fifo });
    }

    [Theory]
    [InlineData("run -g a -- true", null, null, 20)]
    [InlineData("run -g a -- true", "defaults: { priority: 30 }", null, 30)]
    [InlineData("run -g a -- true", "defaults: { priority: 30 }\nworkflows: { nightly: { priority: 35 } }", null, 35)]
    [InlineData("run -g a -- true", "defaults: { priority: 30 }", "40", 40)]
    [InlineData("run -g a --priority 50 -- true", "defaults: { priority: 30 }", "40", 50)]
    public void Flags_win_over_the_environment_and_that_over_the_file(
        string line,
        string? file,
        string? variable,
        int priority
    )
    {
        desk.Variables["BATON_WORKFLOW"] = "nightly";
        if (file is not null)
            desk.Write("baton.yml", file);
        if (variable is not null)
            desk.Variables["BATON_PRIORITY"] = variable;
        Made(line).Ask.Priority.ShouldBe(priority);
    }

    [Fact]
    public void The_file_speaks_for_the_group_by_its_filled_in_name()
    {
        desk.Write(
            "baton.yml",
            "groups: { 'issue-*': { capacity: 3, grace: 7s, lock-delay: 2s } }\nkeys: { 'k-*': { window: 1h } }"
        );
        var plan = Made(
            "run -g issue-{github.run_id} -k k-1 --capacity 4 -- true",
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_RUN_ID", "77")
        );
        plan.Ask.Needs.ShouldBe([
            Need.Key("k-1", TimeSpan.FromHours(1)),
            Need.Group("issue-77", 1, ResourceSettings.Default with { Capacity = 4 }, TimeSpan.FromSeconds(2)),
        ]);
        plan.Grace.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Names_have_fields_of_the_payload()
    {
        desk.Variables["GITHUB_EVENT_PATH"] = desk.Write("event.json", """{"issue":{"number":681}}""");
        Names(Made("run -k issue-{issue.number} -- true")).ShouldBe(["Key issue-681 1"]);
    }

    [Fact]
    public void A_payload_is_only_read_for_a_field_of_it()
    {
        desk.Variables["GITHUB_EVENT_PATH"] = "/nowhere/at/all.json";
        Names(Made("run -k fixed -- true")).ShouldBe(["Key fixed 1"]);
    }

    [Theory]
    [InlineData(
        "run -k issue-{issue.numbr} -- true",
        AskingFault.Input,
        "--key \"issue-{issue.numbr}\": column 8: the field issue.numbr is not there (did you mean issue.number?)"
    )]
    [InlineData("run -k issue-{issue.number -- true", AskingFault.Usage, "--key \"issue-{issue.number\": column 7:")]
    [InlineData("run -g a -g A -- true", AskingFault.Usage, "a resource is asked for twice: a, a")]
    [InlineData(
        "run --scope acme/shop#observed -- true",
        AskingFault.Usage,
        "the scope acme/shop#observed is for what is only observed: nothing can be enforced in it"
    )]
    [InlineData(
        "run --key-window 5m -- true",
        AskingFault.Usage,
        "--key-window says something about a key, but none is asked for: add --key K"
    )]
    [InlineData(
        "run --key a --capacity 2 -- true",
        AskingFault.Usage,
        "--capacity says something about a group, but none is asked for: add --group G"
    )]
    [InlineData(
        "run --store https://baton.example -- true",
        AskingFault.Configuration,
        "stores of the kind https:// are not yet in this version"
    )]
    public void What_can_not_be_asked_is_told(string line, AskingFault fault, string told)
    {
        desk.Variables["GITHUB_EVENT_PATH"] = desk.Write("event.json", """{"issue":{"number":681}}""");
        var refused = Should.Throw<AskingException>(() => Made(line));
        refused.Fault.ShouldBe(fault);
        refused.Lines[0].ShouldStartWith(told);
    }

    [Fact]
    public void A_field_without_a_payload_says_that_there_is_none() =>
        Should
            .Throw<AskingException>(() => Made("run -k issue-{issue.number} -- true"))
            .Lines[0]
            .ShouldContain("GITHUB_EVENT_PATH isn't set");

    [Fact]
    public void A_setting_of_keys_in_the_environment_does_not_hinder_a_run_without_any()
    {
        desk.Variables["BATON_KEY_WINDOW"] = "5m";
        Names(Made("run -g a -- true")).ShouldBe(["Group a 1"]);
    }

    [Fact]
    public void A_machine_that_is_thrown_away_needs_a_store_that_is_named()
    {
        (string, string)[] hosted = [("GITHUB_ACTIONS", "true"), ("RUNNER_ENVIRONMENT", "github-hosted")];
        var refused = Should.Throw<AskingException>(() => Made("run -- true", hosted));
        refused.Fault.ShouldBe(AskingFault.Configuration);
        refused.Lines[1].ShouldContain("--store git:origin");
        Made("run --store sqlite:x.db -- true", hosted)
            .Site.Address.ShouldBe("sqlite:" + Path.Combine(desk.Folder, "x.db"));
    }

    [Fact]
    public void Inside_a_run_of_the_same_scope_and_store_that_run_is_the_parent()
    {
        desk.Variables["BATON_RUN_ID"] = Id;
        desk.Variables["BATON_STORE"] = $"sqlite:{desk.Folder}/x.db";
        Made("run -- true").Ask.Parent?.Value.ShouldBe(Id);
        Made("run --scope other/one -- true").Ask.Parent.ShouldBeNull();
        Made("run --store sqlite:y.db -- true").Ask.Parent.ShouldBeNull();
        desk.Variables["BATON_RUN_ID"] = "nonsense";
        Should.Throw<AskingException>(() => Made("run -- true")).Fault.ShouldBe(AskingFault.Usage);
    }

    [Fact]
    public void The_origin_is_what_the_ci_service_says()
    {
        var origin = Made(
            "run -- true",
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_WORKFLOW", "agent"),
            ("GITHUB_REPOSITORY", "acme/shop"),
            ("GITHUB_RUN_ID", "77"),
            ("GITHUB_RUN_NUMBER", "12"),
            ("GITHUB_RUN_ATTEMPT", "2")
        ).Ask.Origin;
        (origin.Workflow, origin.ExternalRunId, origin.Number, origin.Attempt).ShouldBe(("agent", "77", 12, 2));
        origin.Url.ShouldBe("https://github.com/acme/shop/actions/runs/77/attempts/2");
    }

    private static IEnumerable<string> Names(Plan plan) =>
        plan.Ask.Needs.Select(need => $"{need.Resource.Kind} {need.Resource.Name} {need.Units}");

    private Plan Made(string line, params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
            desk.Variables[name] = value;
        var reading = new CommandLine(VerbTree.Root, desk.Surroundings).Read(line.Split(' '));
        return Requesting.Plan(reading.ShouldBeOfType<CommandReading.Invoke>().Invocation);
    }
}
