using System.Text.Json;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Cli;

/// <summary>A fork's pull request: its credentials may read the store, and not write it.</summary>
public sealed class ReadOnlyStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-test-");
    private readonly Machine _owner = new(),
        _fork = new();
    private readonly GitHttp? _http;

    public ReadOnlyStories()
    {
        _owner.Launch("git", "init", "-q", "--bare", Remote).End().GetAwaiter().GetResult().Code.ShouldBe(0);
        _owner.Variables["BATON_STORE"] = "git:" + Remote;
        _http = GitHttp.Serve(_folder.FullName);
    }

    public enum Refusing
    {
        ByHook,
        OverHttp,
    }

    private string Remote => Path.Combine(_folder.FullName, "remote.git");

    public void Dispose()
    {
        _owner.Dispose();
        _fork.Dispose();
        _http?.Dispose();
        _folder.Delete(true);
    }

    [Theory]
    [InlineData(Refusing.ByHook)]
    [InlineData(Refusing.OverHttp)]
    public async Task With_nothing_said_it_is_an_error_that_names_forks_whatever_holds_for_a_store_that_is_away(
        Refusing how
    )
    {
        Refuse(how);
        var end = await _fork.Run("run", "--group", "g", "--on-unavailable", "proceed", "--", "echo", "ran");
        end.Output.ShouldBe("");
        end.Code.ShouldBe(73);
        end.Errors.ShouldContain("fork");
        end.Errors.ShouldContain("--read-only");
        (await _fork.Run("acquire", "--group", "g", "--on-unavailable", "proceed")).Code.ShouldBe(73);
        (await _fork.Run("gate", "--key", "k", "--on-unavailable", "proceed")).Code.ShouldBe(73);
    }

    [Theory]
    [InlineData(Refusing.ByHook)]
    [InlineData(Refusing.OverHttp)]
    public async Task Who_chose_to_skip_is_not_started_and_that_is_no_error(Refusing how)
    {
        Refuse(how);
        var end = await _fork.Run("run", "--group", "g", "--read-only", "skip", "--json", "--", "echo", "ran");
        end.Code.ShouldBe(0);
        Decision(end).ShouldBe("skipped");
        end.Errors.ShouldContain("not started");
        (
            await _fork.Run("run", "--group", "g", "--read-only", "skip", "--skipped-exit-code", "9", "--", "true")
        ).Code.ShouldBe(9);
        var step = await _fork.Run("acquire", "--group", "g", "--read-only", "skip");
        step.Code.ShouldBe(0);
        step.Output.ShouldBe("");
        Decision(await _fork.Run("gate", "--key", "k", "--read-only", "skip", "--json")).ShouldBe("skipped");
    }

    [Theory]
    [InlineData(Refusing.ByHook)]
    [InlineData(Refusing.OverHttp)]
    public async Task Who_chose_to_proceed_runs_unprotected_and_says_so_but_never_beside_a_holder(Refusing how)
    {
        Refuse(how);
        string[] words = ["run", "--group", "g", "--read-only", "proceed", "--"];
        var free = await _fork.Run([.. words, "echo", "ran"]);
        (free.Output, free.Code).ShouldBe(("ran", 0));
        free.Errors.ShouldContain("UNPROTECTED: the store may only be read");
        var holder = _owner.Start("run", "--group", "g", "--", "sh", "-c", "echo in $BATON_RUN_ID; exec sleep 1000");
        var run = (await holder.Says("in "))["in ".Length..];
        var held = await _fork.Run([.. words, "echo", "ran"]);
        (held.Output, held.Code).ShouldBe(("", 0));
        held.Errors.ShouldContain(run);
        var step = await _fork.Run("acquire", "--group", "g", "--read-only", "proceed");
        (step.Output, step.Code).ShouldBe(("", 0));
        step.Errors.ShouldContain(run);
    }

    [Fact]
    public async Task Who_proceeds_does_not_do_again_what_was_done_within_the_window_of_its_key()
    {
        Refuse(Refusing.ByHook);
        string[] key = ["--key", "k", "--key-window", "1h"];
        (await _owner.Run(["run", .. key, "--", "echo", "done"])).Output.ShouldBe("done");
        var again = await _fork.Run(["run", .. key, "--read-only", "proceed", "--", "echo", "twice"]);
        (again.Output, again.Code).ShouldBe(("", 0));
        Decision(await _fork.Run(["gate", .. key, "--read-only", "proceed", "--json"])).ShouldBe("skipped");
        Decision(await _fork.Run("gate", "--key", "other", "--read-only", "proceed", "--json")).ShouldBe("unprotected");
    }

    private static string Decision(Ended end) =>
        JsonDocument.Parse(end.Output).RootElement.GetProperty("decision").GetString() ?? "";

    private void Refuse(Refusing how)
    {
        if (how == Refusing.OverHttp)
        {
            Assert.SkipWhen(_http is null, "git has no http backend here");
            File.AppendAllText(Path.Combine(Remote, "config"), "[http]\n\treceivepack = false\n");
            _fork.Variables["BATON_STORE"] = $"git:{_http!.Url}/remote.git";
            return;
        }
        // The hook is the pusher's child where the remote is a folder.
        GitGround.Executable(
            Path.Combine(Remote, "hooks", "pre-receive"),
            "#!/bin/sh\n[ -z \"$IS_FORK\" ] || { echo 'forks may not push'; exit 1; }\n"
        );
        _fork.Variables["BATON_STORE"] = "git:" + Remote;
        _fork.Variables["IS_FORK"] = "1";
    }
}
