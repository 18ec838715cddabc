namespace Baton.Tests.Integration.Cli;

/// <summary>All the kinds of places from which somebody may reach a store in a git remote.</summary>
public sealed class GitPlaceStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly Machine _machine = new();

    public GitPlaceStories()
    {
        _machine.Variables["BATON_STORE"] = "git:origin";
        Git(_folder.FullName, "init", "-q", "--bare", "-b", "main", Remote);
        Git(Remote, "config", "uploadpack.allowFilter", "true");
        Git(_machine.Checkout, "init", "-q", "-b", "main", ".");
        foreach (var text in (string[])["1", "2"])
        {
            File.WriteAllText(Path.Combine(_machine.Checkout, "a"), text);
            Git(_machine.Checkout, "add", "a");
            Git(_machine.Checkout, "-c", "user.name=T", "-c", "user.email=t@localhost", "commit", "-q", "-m", text);
        }
        Git(_machine.Checkout, "push", "-q", Remote, "main");
    }

    public static TheoryData<string> Places =>
        ["bare", "inside a bare one", "linked", "linked to a bare one", "submodule", "shallow", "without blobs"];

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    public void Dispose()
    {
        _machine.Dispose();
        _folder.Delete(true);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task From_wherever_a_repository_names_the_remote_it_is_one_store_and_the_repository_stays_as_it_is(
        string place
    )
    {
        var holder = _machine.Start(
            "run",
            "--store",
            $"git:{Remote}",
            "--group",
            "g",
            "--",
            "sh",
            "-c",
            "echo in; read -r word"
        );
        await holder.Says("in");
        var folder = Make(place);
        var before = Traces(folder);
        var second = await RunIn(folder, "run", "--group", "g", "--max-wait", "0s", "--", "echo", "beside");
        (second.Output, second.Code).ShouldBe(("", 75), second.Errors);
        await holder.Input.WriteLineAsync("go");
        (await holder.End()).Code.ShouldBe(0);
        var third = await RunIn(folder, "run", "--group", "g", "--", "sh", "-c", "echo $BATON_TOKEN");
        (third.Output, third.Code).ShouldBe(("2", 0), third.Errors);
        Traces(folder).ShouldBe(before);
    }

    [Fact]
    public async Task A_url_and_a_token_are_enough_and_the_token_is_shown_nowhere()
    {
        using var http = GitHttp.Serve(_folder.FullName);
        Assert.SkipWhen(http is null, "git has no http backend here");
        http!.Authorization = "Bearer s3cret";
        _machine.Variables["GIT_CONFIG_COUNT"] = "1";
        _machine.Variables["GIT_CONFIG_KEY_0"] = $"http.{http.Url}/.extraHeader";
        _machine.Variables["GIT_CONFIG_VALUE_0"] = "Authorization: Bearer s3cret";
        _machine.Variables["BATON_STORE"] = $"git:{http.Url}/remote.git";
        var log = Path.Combine(_folder.FullName, "log");
        var nowhere = Directory.CreateDirectory(Path.Combine(_folder.FullName, "nowhere")).FullName;
        var end = await RunIn(nowhere, "run", "--group", "g", "--verbose", "--log", log, "--", "echo", "ran");
        (end.Output, end.Code).ShouldBe(("ran", 0), end.Errors);
        (end.Errors + await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).ShouldNotContain(
            "s3cret"
        );
        _machine.Variables["GIT_CONFIG_VALUE_0"] = "Authorization: Bearer other";
        var stranger = await RunIn(nowhere, "run", "--group", "g", "--", "echo", "ran");
        (stranger.Output, stranger.Code).ShouldBe(("", 69));
        stranger.Errors.ShouldContain("credentials");
        stranger.Errors.ShouldNotContain("other");
    }

    [Fact]
    public async Task Two_repositories_share_a_scope_in_a_third_one()
    {
        var (one, other) = (Make("shallow"), Make("bare"));
        Git(one, "remote", "set-url", "origin", "https://forge.invalid/acme/one.git");
        Git(other, "remote", "set-url", "origin", "https://forge.invalid/acme/other.git");
        _machine.Variables.Remove("BATON_SCOPE");
        string[] shared = ["--store", $"git:{Remote}", "--scope", "acme/fleet", "--group", "gpu"];
        var first = await RunIn(one, ["run", .. shared, "--", "sh", "-c", "echo $BATON_SCOPE $BATON_TOKEN"]);
        var second = await RunIn(other, ["run", .. shared, "--", "sh", "-c", "echo $BATON_SCOPE $BATON_TOKEN"]);
        (first.Output, second.Output).ShouldBe(("acme/fleet 1", "acme/fleet 2"), first.Errors + second.Errors);
    }

    private string Make(string place)
    {
        var at = Path.Combine(_folder.FullName, "place");
        var url = "file://" + Remote;
        switch (place)
        {
            case "bare" or "inside a bare one":
                at += "-bare.git";
                Git(_folder.FullName, "clone", "-q", "--bare", Remote, at);
                return place == "bare" ? at : Path.Combine(at, "refs", "heads");
            case "linked":
                Git(_folder.FullName, "clone", "-q", Remote, at);
                Git(at, "worktree", "add", "-q", "--detach", at + "-linked");
                return at + "-linked";
            case "linked to a bare one":
                Git(_folder.FullName, "clone", "-q", "--bare", Remote, at);
                Git(at, "worktree", "add", "-q", "--detach", at + "-linked");
                return at + "-linked";
            case "submodule":
                Git(_folder.FullName, "init", "-q", at);
                Git(at, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", Remote, "inner");
                return Path.Combine(at, "inner");
            case "shallow":
                Git(_folder.FullName, "clone", "-q", "--depth", "1", url, at);
                return at;
            default:
                Git(_folder.FullName, "clone", "-q", "--filter=blob:none", "--no-checkout", url, at);
                return at;
        }
    }

    private static Task<Ended> RunIn(Machine machine, string folder, string[] words) =>
        machine
            .Launch("sh", ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, .. Machine.CommandLine(), .. words])
            .End();

    private Task<Ended> RunIn(string folder, params string[] words) => RunIn(_machine, folder, words);

    private string Traces(string folder) =>
        string.Concat(
            (
                (string[][])
                    [
                        ["for-each-ref"],
                        ["count-objects", "-v"],
                        ["config", "--list", "--local"],
                    ]
            ).Select(look => Git(folder, look))
        );

    private string Git(string folder, params string[] arguments)
    {
        var end = _machine.Launch("git", ["-C", folder, .. arguments]).End().GetAwaiter().GetResult();
        end.Code.ShouldBe(0, $"git {string.Join(' ', arguments)}: {end.Errors}");
        return end.Output;
    }
}
