using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Integration.Git;

public sealed class GitProgramTests : IDisposable
{
    private readonly GitGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public void Bytes_go_in_and_come_out_as_they_are()
    {
        var place = GitPlace.At(_ground.Bare("r.git"));
        byte[] content = [0, 1, 255, 10, 13, .. Enumerable.Repeat((byte)7, 300_000)];
        var made = _ground.Git.Run(
            new GitCall(place, "hash-object", "-w", "--stdin") { Input = content },
            TestContext.Current.CancellationToken
        );
        var name = Encoding.ASCII.GetString(made.Require().Span).Trim();
        var read = _ground.Try(place, "cat-file", "blob", name).Require();
        read.Span.SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public void A_hook_around_us_does_not_say_which_repository_is_meant()
    {
        var meant = _ground.Bare("meant.git");
        _ground.Environment["GIT_DIR"] = _ground.Bare("other.git");
        _ground.Environment["GIT_INDEX_FILE"] = _ground["nowhere/index"];
        _ground.Environment["GIT_WORK_TREE"] = _ground["nowhere"];
        _ground.Run(GitPlace.In(meant), "rev-parse", "--absolute-git-dir").ShouldBe(meant);
    }

    [Fact]
    public void No_hook_and_no_monitor_of_the_repository_runs()
    {
        var clone = _ground.Clone(_ground.Bare("r.git"), "clone");
        _ground.Commit(clone, "a", "1");
        foreach (var hook in new[] { "pre-push", "pre-commit", "post-commit", "reference-transaction" })
            GitGround.Executable($"{clone}/.git/hooks/{hook}", $"#!/bin/sh\ntouch {_ground["ran"]}-{hook}\n");
        _ = _ground.Run(GitPlace.In(clone), "config", "core.fsmonitor", $"touch {_ground["ran"]}-monitor; false");
        _ground.Commit(clone, "a", "2");
        _ = _ground.Run(GitPlace.In(clone), "push", "-q", "origin", "main");
        Directory.GetFiles(Path.GetDirectoryName(_ground["ran"])!, "ran-*").ShouldBeEmpty();
    }

    [Fact]
    public void A_remote_that_is_a_command_is_not_run()
    {
        var place = GitPlace.At(_ground.Bare("r.git"));
        var end = _ground.Try(place, "ls-remote", "--", $"ext::touch {_ground["canary"]}");
        end.ShouldNotBeOfType<GitEnd.Done>();
        File.Exists(_ground["canary"]).ShouldBeFalse();
    }

    [Fact]
    public void Who_takes_too_long_is_killed_with_all_that_it_started()
    {
        var place = GitPlace.At(_ground.Bare("r.git"));
        var started = _ground["started"];
        _ground.Environment["GIT_SSH_COMMAND"] = $"echo $$ > {started}; sleep 600; true";
        var end = _ground.Git.Run(
            new GitCall(place, "ls-remote", "--", "ssh://host.invalid/r.git") { Deadline = TimeSpan.FromSeconds(3) },
            TestContext.Current.CancellationToken
        );
        end.ShouldBeOfType<GitEnd.TimedOut>();
        // On a slow machine it may have been killed before it began.
        if (File.Exists(started) && int.TryParse(File.ReadAllText(started), out var pid))
            if (ProcessIdentity.Of(pid) is { } left)
                SpinWait.SpinUntil(() => left.Look() is Liveness.Dead, TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_call_can_be_called_off()
    {
        using var off = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        _ground.Environment["GIT_SSH_COMMAND"] = "sleep 600; true";
        var call = new GitCall(GitPlace.At(_ground.Bare("r.git")), "ls-remote", "--", "ssh://host.invalid/r.git");
        Should.Throw<OperationCanceledException>(() => _ground.Git.Run(call, off.Token));
    }

    [Fact]
    public void Output_has_a_bound()
    {
        var place = GitPlace.At(_ground.Bare("r.git"));
        var made = _ground.Git.Run(
            new GitCall(place, "hash-object", "-w", "--stdin") { Input = new byte[200_000] },
            TestContext.Current.CancellationToken
        );
        var name = Encoding.ASCII.GetString(made.Require().Span).Trim();
        var call = new GitCall(place, "cat-file", "blob", name) { MostOutput = 100_000 };
        _ground
            .Git.Run(call, TestContext.Current.CancellationToken)
            .ShouldBeOfType<GitEnd.Other>()
            .Message.ShouldContain("100000");
    }

    [Fact]
    public void Without_git_the_answer_names_it()
    {
        _ground.Environment["PATH"] = _ground["empty"];
        var end = _ground.Try(GitPlace.In("/"), "version").ShouldBeOfType<GitEnd.Other>();
        end.Code.ShouldBe(127);
        end.Message.ShouldContain("'git'");
    }

    [Fact]
    public void A_race_that_was_lost_is_refused_and_names_the_ref()
    {
        var remote = _ground.Bare("r.git");
        var clone = _ground.Clone(remote, "clone");
        _ground.Commit(clone, "a", "1");
        var tip = _ground.Run(GitPlace.In(clone), "rev-parse", "HEAD");
        _ = _ground.Run(GitPlace.In(clone), "push", "-q", "origin", "main:refs/baton/x");
        var end = _ground.Try(
            GitPlace.In(clone),
            "push",
            "--porcelain",
            "--force-with-lease=refs/baton/x:",
            "origin",
            $"{tip}~0:refs/baton/x",
            $"{tip}:refs/baton/y"
        );
        // The same object is there already: git sends nothing and compares nothing, which is no success.
        PushedRef
            .Read(Encoding.UTF8.GetString(end.Require().Span))
            .Single(one => one.Name == "refs/baton/x")
            .Fate.ShouldBe(RefFate.UpToDate);
        _ground.Commit(clone, "a", "2");
        var lost = _ground
            .Try(
                GitPlace.In(clone),
                "push",
                "--porcelain",
                "--force-with-lease=refs/baton/x:",
                "origin",
                "HEAD:refs/baton/x"
            )
            .ShouldBeOfType<GitEnd.Refused>();
        lost.Refs.ShouldHaveSingleItem()
            .ShouldBe(new PushedRef("refs/baton/x", RefFate.Refused, "[rejected] (stale info)"));
    }

    [Fact]
    public void A_lock_that_is_in_the_way_is_no_lost_race()
    {
        var remote = _ground.Bare("r.git");
        var clone = _ground.Clone(remote, "clone");
        _ground.Commit(clone, "a", "1");
        Directory.CreateDirectory($"{remote}/refs/baton");
        File.WriteAllText($"{remote}/refs/baton/x.lock", "");
        _ground
            .Try(GitPlace.In(clone), "push", "--porcelain", "origin", "HEAD:refs/baton/x")
            .ShouldBeOfType<GitEnd.Locked>()
            .Message.ShouldContain("x.lock");
    }

    [Fact]
    public void Ends_are_told_apart()
    {
        var place = GitPlace.At(_ground.Bare("r.git"));
        _ground.Try(place, "ls-remote", "--", "http://127.0.0.1:1/r.git").ShouldBeOfType<GitEnd.Network>();
        _ground.Try(place, "ls-remote", "--", _ground["absent.git"]).ShouldBeOfType<GitEnd.Other>();
        _ground.Environment["GIT_SSH_COMMAND"] = "echo 'git@host: Permission denied (publickey).' >&2; exit 255; true";
        _ground.Try(place, "ls-remote", "--", "ssh://host.invalid/r.git").ShouldBeOfType<GitEnd.Authentication>();
    }

    [Fact]
    public void A_hook_of_the_remote_may_refuse()
    {
        var remote = _ground.Bare("r.git");
        var clone = _ground.Clone(remote, "clone");
        _ground.Commit(clone, "a", "1");
        GitGround.Executable($"{remote}/hooks/pre-receive", "#!/bin/sh\necho not for you\nexit 1\n");
        var end = _ground
            .Try(GitPlace.In(clone), "push", "--porcelain", "origin", "HEAD:refs/baton/x")
            .ShouldBeOfType<GitEnd.Refused>();
        end.Message.ShouldContain("pre-receive hook declined");
        end.Message.ShouldContain("not for you");
    }
}
