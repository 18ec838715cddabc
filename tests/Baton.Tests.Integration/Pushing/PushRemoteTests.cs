using Baton.Runtime.Pushing;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Pushing;

/// <summary>Remotes that refuse, fail, or leave without an answer.</summary>
public sealed class PushRemoteTests
{
    [Fact]
    public void A_refusal_by_a_hook_is_never_tried_again()
    {
        using var ground = new PushGround();
        GitGround.Executable(
            Path.Combine(ground.Remote, "hooks", "pre-receive"),
            "#!/bin/sh\necho 'GH006: Protected branch' >&2; exit 1\n"
        );
        PushGround.Write(ground.Mine, "a", "x");
        var before = ground.Standing(ground.Mine);
        var report = ground.Push();
        Assert.Contains("Protected branch", Assert.IsType<PushEnd.Refused>(report.End).Why, StringComparison.Ordinal);
        Assert.Equal(1, report.Attempts);
        Assert.Equal(before, ground.Standing(ground.Mine));
    }

    [Fact]
    public void A_lock_on_the_server_is_waited_for_and_given_up()
    {
        using var ground = new PushGround();
        var held = Path.Combine(ground.Remote, "refs", "heads", "main.lock");
        File.WriteAllText(held, "");
        PushGround.Write(ground.Mine, "a", "x");
        var report = ground.Push(with: order => order with { Patience = order.Patience with { Attempts = 3 } });
        Assert.False(Assert.IsType<PushEnd.GaveUp>(report.End).IsUnknown);
        Assert.Equal(3, report.Attempts);
        File.Delete(held);
        Assert.IsType<PushEnd.Pushed>(ground.Push().End);
    }

    [Fact]
    public void A_push_whose_answer_was_lost_is_found_and_there_once()
    {
        using var ground = new PushGround();
        ground.Others(("o", "others\n"));
        Impostor(
            ground,
            "if [ \"$is\" = push ]; then \"$git\" \"$@\" >/dev/null 2>&1; echo 'fatal: the remote end hung up unexpectedly' >&2; exit 128; fi"
        );
        PushGround.Write(ground.Mine, "a", "x");
        var pushed = Assert.IsType<PushEnd.Pushed>(ground.Push().End);
        Assert.Equal(PushWay.Found, pushed.How);
        Assert.Equal(pushed.Commit, ground.OnRemote("rev-parse", "main"));
        Assert.Equal("3", ground.OnRemote("rev-list", "--count", "main"));
        Assert.True(pushed.Following!.Followed, pushed.Following.Why);
    }

    [Fact]
    public void Where_nobody_can_tell_it_says_so_and_the_next_push_finds_out()
    {
        using var ground = new PushGround();
        Impostor(
            ground,
            "case $is in push) \"$git\" \"$@\" >/dev/null 2>&1; echo 'fatal: the remote end hung up unexpectedly' >&2; exit 128;; "
                + "fetch) echo 'fatal: unable to access: Could not resolve host: x' >&2; exit 128;; esac"
        );
        PushGround.Write(ground.Mine, "a", "x");
        var before = ground.Standing(ground.Mine);
        Assert.True(Assert.IsType<PushEnd.GaveUp>(ground.Push().End).IsUnknown);
        Assert.Equal(before, ground.Standing(ground.Mine));
        ground.Ground.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!;
        Assert.Equal(PushWay.Found, Assert.IsType<PushEnd.Pushed>(ground.Push().End).How);
        Assert.Equal("2", ground.OnRemote("rev-list", "--count", "main"));
    }

    // A git before the real one; $is is the command, and what it doesn't end goes on to the real one.
    internal static void Impostor(PushGround ground, string script)
    {
        var git = (System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
            .Split(':')
            .Select(folder => Path.Combine(folder, "git"))
            .First(File.Exists);
        GitGround.Executable(
            ground.Ground["bin/git"],
            $"#!/bin/sh\ngit='{git}'\nis=\nfor w in \"$@\"; do case $w in push|fetch|commit-tree|merge-tree|write-tree|add|update-ref|read-tree|update-index) is=$w; break;; esac; done\n{script}\nexec \"$git\" \"$@\"\n"
        );
        ground.Ground.Environment["PATH"] =
            $"{ground.Ground["bin"]}:{System.Environment.GetEnvironmentVariable("PATH")}";
    }
}
