using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Proof.Forging;

namespace Baton.Tests.Integration.Cli;

/// <summary>The gate and the service that has the repository: real processes, and a server that has state.</summary>
public sealed class ForgeStories : IDisposable
{
    private const string Secret = "a-very-secret-token";

    private readonly Machine _machine = new();
    private readonly FakeForge _forge = new() { Token = Secret };
    private readonly FakeRepository _repository;
    private int _runs;

    public ForgeStories()
    {
        var since = TimeProvider.System.GetTimestamp();
        _repository = _forge.Add("acme/shop", () => TimeSpan.FromDays(1) + TimeProvider.System.GetElapsedTime(since));
        _repository.HasIssue(7, "audio");
    }

    public void Dispose()
    {
        _machine.Dispose();
        _forge.Dispose();
    }

    [Fact]
    public async Task What_is_done_already_is_not_begun()
    {
        _repository.Push("audio/track-7");
        _repository.OpenPullRequest("audio/track-7");

        var answer = await Gate("--key", "k-{issue.number}", "--check", "branch=audio/track-{issue.number}");

        (answer.Decision, answer.ShouldRun, answer.Code).ShouldBe(("skipped", false, 0));
        answer.Evidence.ShouldContain("/pull/");
        (await Gate("--key", "k-7")).ShouldRun.ShouldBeTrue(); // nothing of it stays
    }

    [Fact]
    public async Task A_branch_without_its_pull_request_is_resumed()
    {
        _repository.Push("audio/track-7");

        var answer = await Gate("--key", "k", "--check", "branch=audio/track-{issue.number}");

        (answer.Decision, answer.ShouldRun, answer.Token > 0).ShouldBe(("resume", true, true));
        Read("outputs").ShouldContain("resume");
        await Release(answer, "success");
    }

    [Fact]
    public async Task Marks_are_put_once_and_the_token_is_nowhere()
    {
        string[] words = ["--key", "k", "--mark", "label=taken,assignee=octocat,comment=Somebody is at it, wait"];
        for (var round = 0; round < 2; round++)
        {
            var answer = await Gate(words);
            answer.ShouldRun.ShouldBeTrue();
            await Release(answer, "failure");
        }

        (_repository.Count("label"), _repository.Count("assignee"), _repository.Count("comment on")).ShouldBe(
            (1, 1, 1)
        );
        _repository.Now.Issues[7].Comments.Single().Body.ShouldContain("Somebody is at it, wait");
        // Pipes and sockets are there too, and reading those would wait.
        string[] told = ["outputs-*", "variables-*", "summary-*"];
        var files = told.SelectMany(name => Directory.EnumerateFiles(_machine.Folder, name));
        string[] stored = [_machine.Database, _machine.Database + "-wal"];
        foreach (var file in files.Concat(stored.Where(File.Exists)))
            File.ReadAllBytes(file).AsSpan().IndexOf("very-secret"u8).ShouldBe(-1, file);
    }

    [Fact]
    public async Task A_service_that_can_not_say_stops_the_run_or_warns_as_said()
    {
        _repository.Trouble = (_, _) => ForgeTrouble.Forbids;
        string[] words = ["--key", "k", "--check", "label=done"];

        var stopped = await Gate(words);
        var warned = await Gate([.. words, "--on-unavailable", "proceed"]);

        (stopped.Decision, stopped.ShouldRun, stopped.Code).ShouldBe(("unanswered", false, 89));
        stopped.Reason.ShouldContain("issues: read");
        (warned.Decision, warned.ShouldRun).ShouldBe(("granted", true));
        warned.Errors.ShouldContain("warning: what was done before could not be looked for");
    }

    [Fact]
    public async Task Marks_need_a_token_and_checks_a_repository()
    {
        var withoutToken = await Start(Variables("GITHUB_TOKEN", null), "--key", "k", "--mark", "label=x").End();
        var withoutIssue = await Start(Variables("GITHUB_EVENT_PATH", null), "--key", "k", "--check", "label=x").End();

        (withoutToken.Code, withoutIssue.Code).ShouldBe((78, 65));
        withoutToken.Errors.ShouldContain("GITHUB_TOKEN");
    }

    [Fact]
    public async Task A_claim_of_a_workflow_run_holds_as_long_as_the_service_says_so()
    {
        string[] words = ["--key", "k=10m", "--owner", "run"];
        _repository.SetRun(101, 1, null);
        var first = GateTold.Of(await Start(Run(101), words).End());
        first.ShouldRun.ShouldBeTrue();

        var beside = GateTold.Of(await Start(Run(102), words).End());
        _repository.SetRun(101, 1, "failure");
        var after = GateTold.Of(await Start(Run(103), words).End());
        _repository.SetRun(103, 1, "success");
        var within = GateTold.Of(await Start(Run(104), words).End());

        (beside.Decision, after.Decision, within.Decision).ShouldBe(("duplicate", "granted", "duplicate"));
    }

    [Fact]
    public async Task Later_jobs_join_the_claim_of_their_run_and_of_that_attempt_alone()
    {
        string[] words = ["--key", "k", "--owner", "run"];
        _repository.SetRun(101, 1, null);
        GateTold.Of(await Start(Run(101), words).End()).ShouldRun.ShouldBeTrue();

        var later = GateTold.Of(await Start(Run(101), words).End());
        var wrapped = await _machine.Start(Run(101), "run", "--key", "k", "--", "echo", "at", "work").End();
        var again = GateTold.Of(await Start(Run(101, attempt: 2), words).End());

        (later.ShouldRun, again.ShouldRun).ShouldBe((true, false));
        wrapped.Output.ShouldContain("at work", customMessage: wrapped.Errors);
    }

    [Fact]
    public async Task A_service_that_can_not_be_asked_leaves_the_claim_where_it_is()
    {
        string[] words = ["--key", "k", "--owner", "run"];
        _repository.SetRun(101, 1, null);
        GateTold.Of(await Start(Run(101), words).End()).ShouldRun.ShouldBeTrue();
        _repository.SetRun(101, 1, "failure");
        _repository.Trouble = (_, _) => ForgeTrouble.Forbids;

        GateTold.Of(await Start(Run(102), words).End()).Decision.ShouldBe("duplicate");
    }

    [Fact]
    public async Task The_legs_of_a_matrix_exclude_each_other_where_the_job_owns_the_claim()
    {
        _repository.SetRun(101, 1, null);
        var first = GateTold.Of(await Start(Run(101), "--key", "k").End());

        GateTold.Of(await Start(Run(101), "--key", "k").End()).Decision.ShouldBe("duplicate");
        await Release(first, "success");
    }

    [Fact]
    public async Task A_duplicates_release_ends_nothing()
    {
        _repository.SetRun(101, 1, null);
        string[] words = ["--key", "k", "--owner", "run"];
        GateTold.Of(await Start(Run(101), words).End()).ShouldRun.ShouldBeTrue();
        var duplicate = GateTold.Of(await Start(Run(102), words).End());

        var ended = await _machine.Run("release", duplicate.Run, "--token", "0");

        ended.Output.ShouldNotContain("released");
        GateTold.Of(await Start(Run(103), words).End()).Decision.ShouldBe("duplicate");
    }

    [Fact]
    public async Task A_duplicate_cancels_its_run_if_it_is_told_to()
    {
        _repository.SetRun(101, 1, null);
        _repository.SetRun(102, 1, null);
        var first = GateTold.Of(await Start(Run(101), "--key", "k", "--cancel-run").End());

        GateTold.Of(await Start(Run(102), "--key", "k", "--cancel-run").End()).Decision.ShouldBe("duplicate");

        (_repository.Count("run 101 cancelled"), _repository.Count("run 102 cancelled")).ShouldBe((0, 1));
        await Release(first, "success");
    }

    [Fact]
    public async Task A_superseded_run_is_cancelled_by_its_keeper_or_fails_at_its_next_step()
    {
        string[] words = ["--group", "g", "--policy", "cancel-running", "--grace", "10m"];
        _repository.SetRun(101, 1, null);
        var first = GateTold.Of(await Start(Run(101), words).End());
        using var second = Start(Run(102), words);

        await _repository.Happens("run 101 cancelled").WaitAsync(Machine.Bound);

        var renewed = await _machine.Run(
            "renew",
            first.Run,
            "--token",
            first.Token.ToString(CultureInfo.InvariantCulture)
        );
        renewed.Code.ShouldBe(92);
        await Start("release", first).End();
        GateTold.Of(await second.End()).ShouldRun.ShouldBeTrue();
    }

    private Started Start(string verb, GateTold answer) =>
        _machine.Start(
            verb,
            answer.Run,
            "--token",
            answer.Token.ToString(CultureInfo.InvariantCulture),
            "--conclusion",
            "cancelled"
        );

    private async Task<GateTold> Gate(params string[] words) => GateTold.Of(await Start(words).End());

    private Started Start(params string[] words) => Start(Run(200 + ++_runs), words);

    private Started Start(Dictionary<string, string> variables, params string[] words) =>
        _machine.Start(
            variables,
            ["gate", "--json", .. words.Contains("run") ? (string[])[] : ["--follow", "none"], .. words]
        );

    private async Task Release(GateTold granted, string conclusion)
    {
        var token = granted.Token.ToString(CultureInfo.InvariantCulture);
        var ended = await _machine.Run("release", granted.Run, "--token", token, "--conclusion", conclusion);
        ended.Code.ShouldBe(0, ended.Errors);
    }

    private string Read(string name) =>
        string.Concat(Directory.EnumerateFiles(_machine.Folder, $"{name}-*").Select(File.ReadAllText));

    private Dictionary<string, string> Variables(string name, string? value)
    {
        var variables = Run(200 + ++_runs);
        if (value is null)
            variables.Remove(name);
        else
            variables[name] = value;
        return variables;
    }

    private Dictionary<string, string> Run(int id, int attempt = 1)
    {
        var file = _machine.At($"event-{id}-{attempt}.json");
        var payload = new JsonObject
        {
            ["action"] = "labeled",
            ["issue"] = new JsonObject { ["number"] = 7, ["title"] = "A song" },
        };
        File.WriteAllText(file, payload.ToJsonString());
        return ForgeVariables.Of(_machine, _forge, ("issues", file), (id, attempt));
    }
}
