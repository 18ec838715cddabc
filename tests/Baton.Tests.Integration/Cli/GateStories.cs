using System.Globalization;
using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>The gate as jobs see it: real processes that start in the same moment, events, steps after it.</summary>
public sealed class GateStories : IDisposable
{
    private readonly Machine _machine = new();
    private int _runs;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Of_a_burst_one_runs_and_it_is_one_that_was_meant()
    {
        const string when = "contains(github.event.issue.labels.*.name, 'audio') && github.event.label.name != 'bug'";
        string[] payloads =
        [
            Issue("opened", "A song"),
            Issue("labeled", "A song", "audio"),
            Issue("labeled", "A song", "octobeats"),
            Issue("labeled", "A song", "bug"),
        ];

        var started = payloads.Select(payload => Start(payload, "--preset", "issue", "--when", when)).ToList();
        var answers = new List<Answer>();
        foreach (var gate in started)
            answers.Add(Answer.Of(await gate.End()));

        answers.Count(answer => answer.ShouldRun).ShouldBe(1);
        answers[3].Decision.ShouldBe("filtered");
        answers.Take(3).Where(answer => !answer.ShouldRun).ShouldAllBe(answer => answer.Decision == "duplicate");
        answers[..3]
            .Single(answer => answer.ShouldRun)
            .Run.ShouldBe(answers.First(answer => answer.Decision == "duplicate").DuplicateOf);
    }

    [Fact]
    public async Task An_edit_asks_again_and_waits_for_the_run_before()
    {
        var first = await Gate(Issue("opened", "A song"), "--preset", "issue");
        var (edit, comment) = (Issue("edited", "A longer song"), Issue("labeled", "A song", "audio"));
        using var second = Start(edit, "--preset", "issue");
        await second.Complains("waiting, place 1");
        (await Gate(comment, "--preset", "issue")).Decision.ShouldBe("duplicate");

        await Release(first, "success");

        Answer.Of(await second.End()).ShouldRun.ShouldBeTrue();
        (await Gate(comment, "--preset", "issue")).Decision.ShouldBe("duplicate");
    }

    [Fact]
    public async Task After_a_failure_the_next_event_runs()
    {
        var first = await Gate(Issue("opened", "A song"), "--preset", "agent");

        await Release(first, "failure");

        (await Gate(Issue("labeled", "A song", "audio"), "--preset", "agent")).ShouldRun.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_starts_again_inside_the_window_and_not_beside_the_owner()
    {
        var first = await Gate(Issue("opened", "A song"), "--preset", "agent");
        (await Again(Issue("opened", "A song"), "--preset", "agent")).Decision.ShouldBe("duplicate");
        await Release(first, "success");
        (await Gate(Issue("opened", "A song"), "--preset", "agent")).Decision.ShouldBe("duplicate");
        (await Again(Issue("opened", "A song"), "--preset", "agent", "--reruns", "suppress")).Decision.ShouldBe(
            "duplicate"
        );

        (await Again(Issue("opened", "A song"), "--preset", "agent")).ShouldRun.ShouldBeTrue();
    }

    [Fact]
    public async Task A_duplicate_that_waits_ends_as_its_owner_does_or_takes_over()
    {
        string[] words = ["--key", "check=1h", "--on-duplicate", "wait"];
        var first = await Gate("{}", words);
        using var second = Start("{}", words);
        await second.Complains("waiting");

        await Release(first, "failure");
        var taken = Answer.Of(await second.End());
        using var third = Start("{}", words);
        await third.Complains("waiting");
        await Release(taken, "success");

        taken.ShouldRun.ShouldBeTrue();
        var settled = Answer.Of(await third.End());
        (settled.Decision, settled.ShouldRun, settled.Code).ShouldBe(("duplicate", false, 0));
    }

    [Fact]
    public async Task A_duplicate_that_waits_for_a_failure_that_is_held_fails()
    {
        string[] words = ["--key", "check=1h", "--on-duplicate", "wait", "--on-failure", "hold"];
        var first = await Gate("{}", words);
        using var second = Start("{}", words);
        await second.Complains("waiting");

        await Release(first, "failure");

        var settled = await second.End();
        settled.Code.ShouldNotBe(0);
        Answer.Of(settled).ShouldRun.ShouldBeFalse();
    }

    [Fact]
    public async Task A_duplicate_has_nothing_with_which_it_could_end_the_original()
    {
        var first = await Gate("{}", "--key", "k=1h");
        var duplicate = await Gate("{}", "--key", "k=1h");

        duplicate.Token.ShouldBe(0);
        (await _machine.Run("release", first.Run, "--token", "0")).Code.ShouldBe(77);

        (await Gate("{}", "--key", "k=1h")).DuplicateOf.ShouldBe(first.Run);
    }

    [Fact]
    public async Task The_steps_the_summary_and_the_annotation_hear_of_it()
    {
        var first = await Gate(Issue("opened", "x\n::error::forged $(touch owned)"), "--preset", "agent");
        var duplicate = Answer.Of(await Start(Issue("labeled", "A song", "audio"), "--preset", "agent").End());

        var told = Read("outputs");
        told.ShouldContain($"\n{first.Run}\n");
        told.ShouldContain("should_run<<");
        Read("variables").ShouldContain("BATON_TOKEN<<");
        var summary = Read("summary");
        summary.ShouldContain("this run goes on");
        summary.ShouldContain("this run does not go on");
        summary.ShouldContain("https://github.com/acme/shop/actions/runs/1");
        duplicate.Errors.ShouldContain("::notice");
        Directory.EnumerateFiles(_machine.Folder, "owned", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Observing_holds_nothing_back()
    {
        await Gate("{}", "--key", "k=1h");

        var observed = await Gate("{}", "--key", "k=1h", "--mode", "observe");

        observed.ShouldRun.ShouldBeTrue();
        observed.Token.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_store_it_stops_or_goes_on_unprotected_as_said()
    {
        await File.WriteAllTextAsync(_machine.At("not-a-database"), new string('x', 5000));
        string[] words = ["--key", "k", "--store", $"sqlite:{_machine.At("not-a-database")}"];

        var stopped = await Start("{}", words).End();
        var unprotected = Answer.Of(await Start("{}", [.. words, "--on-unavailable", "proceed"]).End());
        var filtered = Answer.Of(await Start("{}", [.. words, "--when", "false"]).End());

        stopped.Code.ShouldNotBe(0);
        (unprotected.Decision, unprotected.ShouldRun).ShouldBe(("unprotected", true));
        (filtered.Decision, filtered.ShouldRun, filtered.Code).ShouldBe(("filtered", false, 0));
    }

    private static string Issue(string action, string title, string? label = null) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["action"] = action,
                ["label"] = label is null ? null : new Dictionary<string, object> { ["name"] = label },
                ["issue"] = new Dictionary<string, object?>
                {
                    ["number"] = 7,
                    ["id"] = 99,
                    ["title"] = title,
                    ["body"] = null,
                    ["labels"] = new[] { new Dictionary<string, object> { ["name"] = "audio" } },
                },
            }
        );

    private async Task<Answer> Gate(string payload, params string[] words) =>
        Answer.Of(await Start(payload, words).End());

    private async Task<Answer> Again(string payload, params string[] words) =>
        Answer.Of(await Start(Variables(payload, attempt: 2), words).End());

    private Started Start(string payload, params string[] words) => Start(Variables(payload, attempt: 1), words);

    private Started Start(Dictionary<string, string> variables, string[] words) =>
        _machine.Start(variables, ["gate", "--follow", "none", "--json", .. words]);

    private async Task Release(Answer granted, string conclusion)
    {
        var token = granted.Token.ToString(CultureInfo.InvariantCulture);
        var ended = await _machine.Run("release", granted.Run, "--token", token, "--conclusion", conclusion);
        ended.Code.ShouldBe(0, ended.Errors);
    }

    private string Read(string name) =>
        string.Concat(
            Directory
                .EnumerateFiles(_machine.Folder, $"{name}-*")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        );

    private Dictionary<string, string> Variables(string payload, int attempt)
    {
        var number = (++_runs).ToString(CultureInfo.InvariantCulture);
        var file = _machine.At($"event-{number}.json");
        File.WriteAllText(file, payload);
        return new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_WORKFLOW"] = "audio",
            ["GITHUB_EVENT_NAME"] = "issues",
            ["GITHUB_EVENT_PATH"] = file,
            ["GITHUB_RUN_ID"] = number,
            ["GITHUB_RUN_NUMBER"] = number,
            ["GITHUB_RUN_ATTEMPT"] = attempt.ToString(CultureInfo.InvariantCulture),
            ["GITHUB_TRIGGERING_ACTOR"] = "ann",
            ["GITHUB_OUTPUT"] = _machine.At($"outputs-{number}"),
            ["GITHUB_ENV"] = _machine.At($"variables-{number}"),
            ["GITHUB_STEP_SUMMARY"] = _machine.At($"summary-{number}"),
        };
    }

    private sealed record Answer(string Decision, bool ShouldRun, string Run, long Token)
    {
        public string DuplicateOf { get; private init; } = "";

        public int Code { get; private init; }

        public string Errors { get; private init; } = "";

        public static Answer Of(Ended ended)
        {
            ended.Output.ShouldNotBeEmpty(ended.Errors);
            using var json = JsonDocument.Parse(ended.Output);
            var root = json.RootElement;
            return new(
                root.GetProperty("decision").GetString()!,
                root.GetProperty("should_run").GetBoolean(),
                root.GetProperty("run").GetString()!,
                root.GetProperty("token").GetInt64()
            )
            {
                DuplicateOf = root.GetProperty("duplicate_of").GetString()!,
                Code = ended.Code,
                Errors = ended.Errors,
            };
        }
    }
}
