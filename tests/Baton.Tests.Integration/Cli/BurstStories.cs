using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Proof.Forging;

namespace Baton.Tests.Integration.Cli;

/// <summary>
/// The first background paper's burst: an issue is opened from a template with two labels, and within a second there are
/// three runs. The payloads are GitHub's own examples with another number and other labels.
/// </summary>
public sealed class BurstStories : IDisposable
{
    private const string Meant =
        "contains(github.event.issue.labels.*.name, 'audio') && (github.event.action != 'labeled' || github.event.label.name == 'audio')";

    private readonly Machine _machine = new();
    private readonly FakeForge _forge = new();
    private readonly FakeRepository _repository;
    private int _runs;

    public BurstStories()
    {
        _repository = _forge.Add("acme/shop", () => TimeSpan.Zero);
        _repository.HasIssue(123, "audio", "octobeats");
    }

    public void Dispose()
    {
        _machine.Dispose();
        _forge.Dispose();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("git")]
    public async Task One_runs_and_it_is_one_that_was_meant(string store)
    {
        Use(store);
        JsonObject[] burst =
        [
            Event("issues", "opened"),
            Event("issues", "labeled", "audio"),
            Event("issues", "labeled", "octobeats"),
        ];

        var started = burst.Select(payload => Start("issues", payload)).ToList();
        var answers = new List<GateTold>();
        foreach (var gate in started)
            answers.Add(GateTold.Of(await gate.End()));

        answers.Count(answer => answer.ShouldRun).ShouldBe(1);
        answers[2].Decision.ShouldBe("filtered");
        var winner = answers.Single(answer => answer.ShouldRun);

        // An unrelated label and a comment change nothing for it.
        (await Gate("issues", Event("issues", "labeled", "bug"))).Decision.ShouldBe("filtered");
        (await Gate("issue_comment", Event("issue_comment", "created"))).Decision.ShouldBe("duplicate");
        (await Release(winner, "success")).Code.ShouldBe(0);

        // An edit of the title is another question.
        var edited = Event("issues", "edited");
        edited["issue"]!["title"] = "Another song";
        (await Gate("issues", edited)).ShouldRun.ShouldBeTrue();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("git")]
    public async Task A_branch_that_was_pushed_before_the_run_was_killed_is_resumed(string store)
    {
        Use(store);
        var first = await Gate("issues", Event("issues", "opened"));
        first.ShouldRun.ShouldBeTrue();
        _repository.Push("audio-generation/track-123");
        (await Release(first, "cancelled")).Code.ShouldBe(0);
        var edited = Event("issues", "edited");
        edited["issue"]!["body"] = "a little slower";

        var second = await Gate("issues", edited);

        (second.Decision, second.ShouldRun).ShouldBe(("resume", true));
    }

    private void Use(string store)
    {
        if (store == "sqlite")
            return;
        var remote = _machine.At("remote.git");
        Git("init", "-q", "--bare", remote);
        Git("init", "-q", "-b", "main", ".");
        Git("remote", "add", "origin", remote);
        _machine.Variables["BATON_STORE"] = "git:origin";
    }

    private async Task<GateTold> Gate(string name, JsonObject payload) => GateTold.Of(await Start(name, payload).End());

    private Started Start(string name, JsonObject payload)
    {
        var file = _machine.At($"event-{++_runs}.json");
        File.WriteAllText(file, payload.ToJsonString());
        string[] words =
        [
            "--preset",
            "issue",
            "--when",
            Meant,
            "--check",
            "branch=audio-generation/track-{issue.number}",
        ];
        return _machine.Start(
            ForgeVariables.Of(_machine, _forge, (name, file), (_runs, 1)),
            ["gate", "--json", "--follow", "none", .. words]
        );
    }

    private Task<Ended> Release(GateTold granted, string conclusion) =>
        _machine.Run(
            "release",
            granted.Run,
            "--scope",
            "acme/shop",
            "--token",
            granted.Token.ToString(CultureInfo.InvariantCulture),
            "--conclusion",
            conclusion
        );

    private void Git(params string[] words)
    {
        var ended = _machine.Launch("git", ["-C", _machine.Checkout, .. words]).End().GetAwaiter().GetResult();
        ended.Code.ShouldBe(0, ended.Errors);
    }

    private static JsonObject Event(string name, string action, string? label = null)
    {
        var example = Examples(name, action);
        var issue = example["issue"]!.AsObject();
        issue["number"] = 123;
        issue["title"] = "A song";
        issue["labels"] = new JsonArray(
            new JsonObject { ["name"] = "audio" },
            new JsonObject { ["name"] = "octobeats" }
        );
        if (label is not null)
            example["label"] = new JsonObject { ["name"] = label };
        return example;
    }

    private static JsonObject Examples(string name, string action)
    {
        var set = Environment.GetEnvironmentVariable("BATON_CONFORMANCE_DATA");
        var root = set is { Length: > 0 } ? set : Path.Combine(Root(), "..", "shared", "data");
        var file = Path.Combine(root, "events", "payload-examples.json");
        Assert.SkipUnless(File.Exists(file), $"there is no {file}; BATON_CONFORMANCE_DATA may name another place");
        var all = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
        var examples = all.Single(one => one!["name"]!.GetValue<string>() == name)!["examples"]!.AsArray();
        return examples
            .First(one =>
                one!["action"]!.GetValue<string>() == action
                && one["issue"] is JsonObject issue
                && !issue.ContainsKey("pull_request")
            )!
            .DeepClone()
            .AsObject();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Baton.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
