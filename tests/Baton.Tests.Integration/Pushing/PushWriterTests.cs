using Baton.Runtime.Asking;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;

namespace Baton.Tests.Integration.Pushing;

public sealed class PushWriterTests
{
    private static PushEnd.Pushed Pushed(PushReport report) => Assert.IsType<PushEnd.Pushed>(report.End);

    [Fact]
    public void All_that_changed_is_on_the_branch_and_the_clone_follows()
    {
        using var ground = new PushGround(("gone", "x\n"), ("tool", "#!/bin/sh\n"), (".gitignore", "*.tmp\n"));
        PushGround.Write(ground.Mine, "deep/new", "new\n");
        PushGround.Write(ground.Mine, "ignored.tmp", "no\n");
        File.Delete(Path.Combine(ground.Mine, "gone"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                Path.Combine(ground.Mine, "tool"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        File.CreateSymbolicLink(Path.Combine(ground.Mine, "link"), "base");

        var pushed = Pushed(ground.Push());

        Assert.Equal(PushWay.Clean, pushed.How);
        Assert.True(pushed.Following!.Followed, pushed.Following.Why);
        Assert.Equal(
            "100644 .gitignore\n100644 base\n100644 deep/new\n120000 link\n100755 tool",
            ground.OnRemote("ls-tree", "-r", "--format=%(objectmode) %(path)", "main")
        );
        Assert.Equal(pushed.Commit, ground.OnRemote("rev-parse", "main"));
        Assert.Equal(pushed.Commit, ground.Git(ground.Mine, "rev-parse", "main"));
        Assert.Equal("", ground.Git(ground.Mine, "status", "--porcelain"));
        Assert.Equal("", ground.Git(ground.Mine, "for-each-ref", "refs/worktree"));
    }

    [Fact]
    public void Others_changes_are_merged_and_come_into_the_work_tree()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"));
        ground.Others(("b", "others\n"), ("c", "others\n"));
        PushGround.Write(ground.Mine, "a", "mine\n");

        var report = ground.Push();

        Assert.Equal(PushWay.Merged, Pushed(report).How);
        Assert.Equal(2, report.Attempts);
        Assert.Equal(("mine\n", "others\n", "others\n"), (ground.There("a"), ground.There("b"), ground.There("c")));
        Assert.True(Pushed(report).Following!.Followed, Pushed(report).Following!.Why);
        Assert.Equal("others\n", File.ReadAllText(Path.Combine(ground.Mine, "c")));
        Assert.Equal("", ground.Git(ground.Mine, "status", "--porcelain"));
        Assert.Equal("3", ground.OnRemote("rev-list", "--count", "--first-parent", "--no-merges", "main"));
    }

    [Fact]
    public void Only_named_paths_are_pushed_and_what_else_is_staged_or_changed_stays()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"), ("c", "1\n"));
        ground.Others(("d", "others\n"));
        PushGround.Write(ground.Mine, "a", "mine\n");
        PushGround.Write(ground.Mine, "b", "staged\n");
        _ = ground.Git(ground.Mine, "add", "b");
        PushGround.Write(ground.Mine, "c", "unstaged\n");

        var pushed = Pushed(ground.Push(with: order => order with { Paths = ["a"] }));

        Assert.True(pushed.Following!.Followed, pushed.Following.Why);
        Assert.Equal(("mine\n", "1\n", "1\n"), (ground.There("a"), ground.There("b"), ground.There("c")));
        Assert.Equal(
            "M  b\n M c",
            ground.Git(ground.Mine, "status", "--porcelain").Replace("\r", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_would_be_lost_keeps_the_clone_where_it_was_and_is_told()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"));
        ground.Others(("b", "others\n"));
        PushGround.Write(ground.Mine, "a", "mine\n");
        PushGround.Write(ground.Mine, "b", "not to be pushed\n");
        var before = ground.Standing(ground.Mine);

        var pushed = Pushed(ground.Push(with: order => order with { Paths = ["a"] }));

        Assert.False(pushed.Following!.Followed);
        Assert.Contains("would be lost", pushed.Following.Why, StringComparison.Ordinal);
        Assert.Equal(before, ground.Standing(ground.Mine));
        Assert.Equal("mine\n", ground.There("a"));
    }

    [Fact]
    public void A_conflict_pushes_nothing_and_leaves_everything_as_it_was()
    {
        using var ground = new PushGround(("a", "1\n"));
        ground.Others(("a", "others\n"));
        PushGround.Write(ground.Mine, "a", "mine\n");
        PushGround.Write(ground.Mine, "new", "new\n");
        var (before, tip) = (ground.Standing(ground.Mine), ground.OnRemote("rev-parse", "main"));

        var conflicted = Assert.IsType<PushEnd.Conflicted>(ground.Push().End);

        Assert.Equal(["a"], conflicted.Conflicts.Select(conflict => conflict.Path.Text));
        Assert.Equal((before, tip), (ground.Standing(ground.Mine), ground.OnRemote("rev-parse", "main")));
    }

    [Fact]
    public void A_dropped_change_is_told_and_stays_in_the_work_tree()
    {
        using var ground = new PushGround(("a", "1\n"));
        ground.Others(("a", "others\n"));
        PushGround.Write(ground.Mine, "a", "mine\n");
        PushGround.Write(ground.Mine, "b", "mine\n");
        var rules = PushGround.Rules("{ paths: [a], resolve: remote }");

        var pushed = Pushed(ground.Push(with: order => order with { Rules = rules }));

        Assert.True(pushed.IsPartial);
        Assert.Equal(("others\n", "mine\n"), (ground.There("a"), ground.There("b")));
        Assert.Equal("mine\n", File.ReadAllText(Path.Combine(ground.Mine, "a")));
        File.Delete(Path.Combine(ground.Mine, "b"));
        ground.Others(("b", null));
        Assert.IsType<PushEnd.NoChange>(ground.Push(with: order => order with { Rules = rules }).End);
    }

    [Theory]
    [InlineData("--depth=1")]
    [InlineData("--filter=blob:none")]
    [InlineData("--sparse")]
    public void It_works_in_clones_as_ci_makes_them(string option)
    {
        using var ground = new PushGround(("data/a.json", "{\n  \"a\": 1,\n  \"b\": 1\n}\n"), ("other/x", "1\n"));
        _ = ground.OnRemote("config", "uploadpack.allowFilter", "true");
        ground.Others(("history", "1\n"));
        var clone = ground.Clone("ci", option);
        if (option == "--sparse")
            _ = ground.Git(clone, "sparse-checkout", "set", "data");
        _ = ground.Git(clone, "checkout", "-q", "--detach");
        ground.Others(("data/a.json", "{\n  \"a\": 2,\n  \"b\": 1\n}\n"), ("other/x", "others\n"));
        PushGround.Write(clone, "data/a.json", "{\n  \"a\": 1,\n  \"b\": 2\n}\n");

        var pushed = Pushed(ground.Push(clone, order => order with { Branch = "main" }));

        Assert.Equal("{\n  \"a\": 2,\n  \"b\": 2\n}\n", ground.There("data/a.json"));
        Assert.Equal("others\n", ground.There("other/x"));
        Assert.True(pushed.Following!.Followed, pushed.Following.Why);
        Assert.Equal("", ground.Git(clone, "status", "--porcelain"));
        Assert.Equal(option != "--sparse", File.Exists(Path.Combine(clone, "other", "x")));
    }

    [Fact]
    public void Submodules_and_pointers_of_lfs_are_left_as_they_are()
    {
        const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n";
        using var ground = new PushGround(
            (".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n"),
            ("x.bin", Pointer)
        );
        _ = ground.Git(
            ground.Mine,
            "-c",
            "protocol.file.allow=always",
            "clone",
            "-q",
            "--",
            ground.Remote,
            Path.Combine(ground.Mine, "nested")
        );
        PushGround.Write(ground.Mine, "a", "mine\n");

        var report = ground.Push();

        Assert.Equal(["nested"], report.Submodules.Select(path => path.Text.TrimEnd('/')));
        Assert.Equal(".gitattributes\na\nbase\nx.bin", ground.OnRemote("ls-tree", "-r", "--name-only", "main"));
        Assert.Equal(Pointer, ground.There("x.bin"));
    }

    [Fact]
    public void Local_commits_go_along_in_their_order_and_keep_their_authors()
    {
        using var ground = new PushGround(("a", "1\n"), ("b", "1\n"));
        PushGround.Write(ground.Mine, "a", "local\n");
        _ = ground.Git(
            ground.Mine,
            "commit",
            "-q",
            "-a",
            "-m",
            "local",
            "--author",
            "Ann <ann@x>",
            "--date",
            "2020-01-02T03:04:05Z"
        );
        ground.Others(("c", "others\n"));
        PushGround.Write(ground.Mine, "b", "mine\n");

        var pushed = Pushed(ground.Push());

        Assert.True(pushed.Following!.Followed, pushed.Following.Why);
        Assert.Equal("change|local|others|first", ground.OnRemote("log", "--format=%s", "main").Replace('\n', '|'));
        Assert.Equal("Ann ann@x 1577934245", ground.OnRemote("log", "-1", "--format=%an %ae %at", "main~1"));
    }

    [Fact]
    public void A_change_goes_to_another_branch_without_the_commits_of_this_one()
    {
        using var ground = new PushGround(("a", "1\n"));
        _ = ground.Git(ground.Mine, "push", "-q", "origin", "main:data");
        ground.Others(("only-main", "x\n"));
        _ = ground.Git(ground.Mine, "pull", "-q");
        PushGround.Write(ground.Mine, "new", "mine\n");
        var before = ground.Standing(ground.Mine);

        var pushed = Pushed(ground.Push(with: order => order with { Branch = "data" }));

        Assert.Equal("a\nbase\nnew", ground.OnRemote("ls-tree", "-r", "--name-only", "data"));
        Assert.False(pushed.Following!.Followed);
        Assert.Equal(before, ground.Standing(ground.Mine));
        Assert.Equal(PushWay.Clean, Pushed(ground.Push(with: order => order with { Branch = "brand/new" })).How);
    }

    [Fact]
    public void A_repository_without_a_commit_gets_its_first()
    {
        using var ground = new PushGround();
        var empty = ground.Ground.Bare("empty.git");
        _ = ground.Git(ground.Ground[""], "clone", "-q", "--", empty, ground.Ground["fresh"]);
        PushGround.Write(ground.Ground["fresh"], "a", "1\n");

        var pushed = Pushed(ground.Push(ground.Ground["fresh"], order => order with { Branch = "main" }));

        Assert.Equal(pushed.Commit, ground.Ground.Run(GitPlace.At(empty), "rev-parse", "main"));
    }

    [Fact]
    public void Nothing_changed_is_nothing_to_commit()
    {
        using var ground = new PushGround();
        Assert.IsType<PushEnd.NothingToCommit>(ground.Push().End);
    }

    [Fact]
    public void A_rehearsal_tells_how_it_would_go_and_pushes_nothing()
    {
        using var ground = new PushGround(("a.json", "{\"a\":1}"));
        ground.Others(("a.json", "{\"a\":1,\"b\":1}"));
        PushGround.Write(ground.Mine, "a.json", "{\"a\":2}");
        var (before, tip) = (ground.Standing(ground.Mine), ground.OnRemote("rev-parse", "main"));

        var report = ground.Push(with: order => order with { IsRehearsal = true });

        Assert.Equal(["json"], Pushed(report).Results.Select(result => result.How));
        Assert.Equal((before, tip), (ground.Standing(ground.Mine), ground.OnRemote("rev-parse", "main")));
    }

    [Theory]
    [InlineData("MERGE_HEAD", "a merge is half done")]
    [InlineData("rebase-merge", "a rebase is half done")]
    public void Nothing_is_pushed_out_of_something_half_done(string mark, string why)
    {
        using var ground = new PushGround();
        File.WriteAllText(Path.Combine(ground.Mine, ".git", mark), ground.Git(ground.Mine, "rev-parse", "HEAD"));
        Assert.Contains(why, Assert.Throws<AskingException>(() => ground.Push()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_named_wrongly_is_refused_with_its_name()
    {
        using var ground = new PushGround();
        PushGround.Write(ground.Mine, "a", "x");
        Refused("no-such-file", order => order with { Paths = ["no-such-file"] });
        Refused("../outside", order => order with { Paths = ["../outside"] });
        Refused("a..b", order => order with { Branch = "a..b" });
        Refused("there is no remote 'upstream'", order => order with { Remote = "upstream" });
        Refused("--upload-pack=x", order => order with { Remote = "--upload-pack=x" });
        Assert.Contains(
            "is in no git repository",
            Assert.Throws<AskingException>(() => ground.Push(ground.Ground["home"])).Message,
            StringComparison.Ordinal
        );

        void Refused(string why, Func<PushOrder, PushOrder> with) =>
            Assert.Contains(
                why,
                Assert.Throws<AskingException>(() => ground.Push(with: with)).Message,
                StringComparison.Ordinal
            );
    }
}
