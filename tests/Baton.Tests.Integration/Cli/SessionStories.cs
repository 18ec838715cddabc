using System.Text.Json;

namespace Baton.Tests.Integration.Cli;

/// <summary>
/// The verbs that take the place of a session deduplicator of files, as its callers call them: real processes, the words,
/// printed lines and exit codes of the original.
/// </summary>
public sealed class SessionStories : IDisposable
{
    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_sequence_of_the_original_ends_as_it_says()
    {
        var first = await Check("push", "test-workflow", "test123", "run456");
        var registered = await Session(
            "register",
            "test-workflow-push-test123",
            "push",
            "test-workflow",
            "run456",
            "test123"
        );
        var duplicate = await Check("push", "test-workflow", "test123", "run789");
        var pull = await Session(
            "register",
            "test-workflow-pull_request-abc789",
            "pull_request",
            "test-workflow",
            "pr123",
            "abc789"
        );
        var push = await Check("push", "test-workflow", "abc789", "push456");
        var cleaned = await Cleanup("test-workflow-push-test123", "run456");
        var audited = await Session(
            "audit",
            "test-audit-session",
            "workflow_run",
            "test-audit",
            "audit123",
            "audit789",
            "true",
            "success"
        );

        (first.Code, duplicate.Code, push.Code).ShouldBe((0, 1, 1));
        (registered.Code, pull.Code, cleaned.Code, audited.Code).ShouldBe((0, 0, 0, 0));
        first.Output.ShouldBe(
            "SESSION_KEY=test-workflow-push-test123\nSKIP_EXECUTION=false\nREASON=No conflicts detected\n"
                + "RETRY_SUPPRESSION=ACTIVE\nEARLY_GATING=PROCEEDING"
        );
        duplicate.Output.ShouldContain("SKIP_EXECUTION=true\n");
        duplicate.Output.ShouldContain("RETRY_SUPPRESSION=ENFORCED\nEARLY_GATING=SUCCESS");
        registered.Output.ShouldStartWith("Session registered: test-workflow-push-test123\n{\n");
        cleaned.Output.ShouldBe("Session cleanup: success\nOld sessions cleaned: 0");
        audited.Output.ShouldStartWith("Audit entry created:\n{\n  \"session_key\": \"test-audit-session\",");
    }

    [Fact]
    public async Task Of_two_that_check_before_either_registers_one_is_let_through()
    {
        using var one = Start("check", "push", "qa", "abc", "1");
        using var other = Start("check", "push", "qa", "abc", "2");

        int[] codes = [(await one.End()).Code, (await other.End()).Code];

        codes.Order().ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Who_checks_again_hears_the_same_and_who_has_no_run_id_is_always_another()
    {
        await Check("push", "qa", "abc", "1");
        await Check("push", "qa", "def", null);

        (await Check("push", "qa", "abc", "1")).Code.ShouldBe(0);
        (await Check("push", "qa", "def", null)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task The_clean_up_of_a_duplicate_frees_nothing()
    {
        await Check("push", "qa", "abc", "1");
        await Check("push", "qa", "abc", "2");

        (await Cleanup("qa-push-abc", "2")).Output.ShouldStartWith("Session cleanup: not_found");
        (await Session("cleanup", "qa-push-abc")).Errors.ShouldContain("add --ci-run ID");

        (await Check("push", "qa", "abc", "3")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_lives_is_protected_however_old_it_is_and_one_that_is_over_for_its_window()
    {
        string[] window = ["--window", "0s", "--pair-window", "0s"];
        await Check("push", "qa", "abc", "1", window);
        await Check("push", "qa", "def", "1");

        (await Check("push", "qa", "abc", "2", window)).Code.ShouldBe(1);
        await Cleanup("qa-push-abc", "1");
        await Cleanup("qa-push-def", "1");

        (await Check("push", "qa", "abc", "3", window)).Code.ShouldBe(0);
        (await Check("push", "qa", "def", "3")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_whose_job_failed_is_free_again()
    {
        await Check("push", "qa", "abc", "1");
        await Session("audit", "qa-push-abc", "push", "qa", "1", "abc", "true", "failure");
        await Cleanup("qa-push-abc", "1");

        (await Check("push", "qa", "abc", "2")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("push", "pull_request")]
    [InlineData("pull_request", "push")]
    [InlineData("push", "workflow_run")]
    public async Task Events_of_one_commit_turn_each_other_away_in_both_orders(string first, string second)
    {
        await Check(first, "qa", "abc", "1");

        (await Check(second, "qa", "abc", "2")).Code.ShouldBe(1);
        (await Check(second, "other", "abc", "2")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_pull_request_is_known_by_the_commit_that_was_pushed_and_not_by_the_merge_of_it()
    {
        await Check("push", "qa", "1111111111", "1");
        const string payload = """
            {
              "repository": { "full_name": "acme/shop" },
              "pull_request": { "head": { "sha": "1111111111", "repo": { "full_name": "acme/shop" } } }
            }
            """;

        var pull = await Job("pull_request", "2222222222", payload)
            .End("check", "pull_request", "qa", "2222222222", "7");

        pull.Output.ShouldContain("SESSION_KEY=qa-pull_request-22222222\nSKIP_EXECUTION=true\n");
    }

    [Fact]
    public async Task Two_commits_that_begin_alike_are_two()
    {
        var one = await Check("push", "qa", "abcdef0122222222", "1");
        var other = await Check("push", "qa", "abcdef0133333333", "2");

        (one.Code, other.Code).ShouldBe((0, 0));
        one.Output.ShouldStartWith("SESSION_KEY=qa-push-abcdef01\n");
        other.Output.ShouldStartWith("SESSION_KEY=qa-push-abcdef01\n");
    }

    [Fact]
    public async Task A_step_of_GitHub_goes_on_and_reads_the_outputs_unless_it_wants_the_code()
    {
        await Check("push", "qa", "abc", "1");
        var job = Job("push", "abc", "{}");

        var told = await job.End("check", "push", "qa", "abc", "7");
        var ended = await job.End("check", "push", "qa", "abc", "7", "--exit-code");

        (told.Code, ended.Code).ShouldBe((0, 1));
        var outputs = File.ReadAllText(_machine.At("outputs"));
        foreach (var name in (string[])["session_key", "skip_execution", "reason", "retry_suppression", "early_gating"])
            outputs.ShouldContain($"{name}<<");
    }

    [Fact]
    public async Task A_second_runner_with_another_folder_and_the_same_store_is_turned_away()
    {
        var (store, elsewhere) = (_machine.At("shared.db"), _machine.At("elsewhere"));
        Directory.CreateDirectory(elsewhere);
        string[] place = ["--store", $"sqlite:{store}", "--scope", "acme/shop"];
        await Check("push", "qa", "abc", "1", place);

        var baton = string.Join(' ', Machine.CommandLine().Select(word => $"'{word}'"));
        var second = await _machine
            .Shell($"cd '{elsewhere}' && {baton} session check push qa abc 2 --follow none {string.Join(' ', place)}")
            .End();

        second.Code.ShouldBe(1, second.Errors);
    }

    [Fact]
    public async Task What_was_prevented_and_what_ran_is_in_the_audit_of_the_day()
    {
        await Check("push", "QA / all", "abc12345678", "1");
        await Check("push", "QA / all", "abc12345678", "2");
        await Session("audit", "qa---all-push-abc12345", "push", "QA / all", "1", "abc12345678", "true", "success");
        await Cleanup("qa---all-push-abc12345", "1");

        var exported = await _machine.Run("audit", "export", "--format", "session-audit");

        using var json = JsonDocument.Parse(exported.Output);
        var entries = json.RootElement.EnumerateArray().ToList();
        entries.Count.ShouldBe(2);
        entries.Count(entry => entry.GetProperty("duplicate_prevented").GetBoolean()).ShouldBe(1);
        entries.ShouldAllBe(entry => entry.GetProperty("session_key").GetString() == "qa---all-push-abc12345");
        entries.ShouldAllBe(entry => entry.GetProperty("retry_suppression").GetProperty("enabled").GetBoolean());
        entries
            .Count(entry => entry.GetProperty("session_management").GetProperty("early_exit").GetBoolean())
            .ShouldBe(1);
        entries
            .Single(entry => entry.GetProperty("executed").GetBoolean())
            .GetProperty("job_status")
            .GetString()
            .ShouldBe("success");
        (await _machine.Run("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Wrong_words_are_refused_and_hostile_ones_stay_on_their_line()
    {
        var key = await Session("register", "qa-push-other", "push", "qa", "1", "abc");
        var empty = await Check("push", "qa", "", "1");
        var executed = await Session("audit", "qa-push-abc", "push", "qa", "1", "abc", "yes", "success");
        var hostile = await Check("push", "x\nSKIP_EXECUTION=true\u001b[2J", "abc", "1");

        (key.Code, empty.Code, executed.Code).ShouldBe((64, 64, 64));
        key.Errors.ShouldContain("is not the key of this session, which is qa-push-abc");
        empty.Errors.ShouldContain("the commit is empty");
        executed.Errors.ShouldContain("DONE is true or false");
        hostile
            .Output.Split('\n')
            .Count(line => line.StartsWith("SKIP_EXECUTION", StringComparison.Ordinal))
            .ShouldBeLessThanOrEqualTo(1);
        hostile.Output.ShouldNotContain("\u001b");
    }

    private Task<Ended> Check(string occasion, string workflow, string sha, string? run, params string[] more) =>
        Start(["check", occasion, workflow, sha, .. run is null ? (string[])[] : [run], .. more]).End();

    private Task<Ended> Cleanup(string key, string run) => Session("cleanup", key, "--ci-run", run);

    private Task<Ended> Session(params string[] words) => Start(words).End();

    private Started Start(params string[] words) => _machine.Start(new Dictionary<string, string>(), Whole(words));

    private static string[] Whole(string[] words) =>
        words[0] is "check" or "register" ? ["session", .. words, "--follow", "none"] : ["session", .. words];

    private GitHubJob Job(string occasion, string sha, string payload)
    {
        var file = _machine.At("event.json");
        File.WriteAllText(file, payload);
        return new(
            _machine,
            new()
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_REPOSITORY"] = "acme/shop",
                ["GITHUB_WORKFLOW"] = "qa",
                ["GITHUB_EVENT_NAME"] = occasion,
                ["GITHUB_SHA"] = sha,
                ["GITHUB_EVENT_PATH"] = file,
                ["GITHUB_RUN_ID"] = "7",
                ["GITHUB_RUN_NUMBER"] = "7",
                ["GITHUB_RUN_ATTEMPT"] = "1",
                ["GITHUB_OUTPUT"] = _machine.At("outputs"),
                ["GITHUB_ENV"] = _machine.At("variables"),
                ["GITHUB_STEP_SUMMARY"] = _machine.At("summary"),
            }
        );
    }

    private sealed record GitHubJob(Machine Machine, Dictionary<string, string> Variables)
    {
        public Task<Ended> End(params string[] words) => Machine.Start(Variables, Whole(words)).End();
    }
}
