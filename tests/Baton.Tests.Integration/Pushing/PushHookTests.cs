using Baton.Runtime.Asking;
using Baton.Runtime.Pushing;
using Baton.Tests.Integration.Git;

namespace Baton.Tests.Integration.Pushing;

public sealed class PushHookTests
{
    private const string Pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

    [Fact]
    public void Without_being_asked_for_no_hook_runs()
    {
        using var ground = new PushGround(("a", "1\n"));
        foreach (var hook in new[] { "pre-commit", "commit-msg", "pre-push" })
            Hook(ground, hook, "exit 1");
        PushGround.Write(ground.Mine, "a", "2\n");
        Assert.IsType<PushEnd.Pushed>(ground.Push().End);
    }

    [Fact]
    public void Asked_for_they_run_as_git_runs_them()
    {
        using var ground = new PushGround(("a", "1\n"));
        var seen = ground.Ground["seen"];
        Hook(ground, "pre-commit", $"git diff --cached --name-only >{seen}; echo made >made; git add made");
        Hook(ground, "commit-msg", "echo checked >>\"$1\"");
        Hook(ground, "pre-push", $"echo \"$1\" >>{seen}; cut -d ' ' -f 3 >>{seen}");
        PushGround.Write(ground.Mine, "a", "2\n");
        PushGround.Write(ground.Mine, "b", "not meant\n");

        var report = ground.Push(with: order => order with { RunsHooks = true, Paths = ["a"] });

        Assert.IsType<PushEnd.Pushed>(report.End);
        Assert.Equal("a\norigin\nrefs/heads/main\n", File.ReadAllText(seen));
        Assert.Equal("made\n", ground.There("made"));
        Assert.Contains(
            "change\nchecked",
            ground.OnRemote("log", "-1", "--format=%B", "main"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("pre-commit")]
    [InlineData("commit-msg")]
    public void A_hook_that_says_no_ends_it_and_nothing_has_changed(string hook)
    {
        using var ground = new PushGround(("a", "1\n"));
        Hook(ground, hook, "echo 'tabs are evil' >&2; exit 1");
        PushGround.Write(ground.Mine, "a", "2\n");
        var before = ground.Standing(ground.Mine);
        var no = Assert.Throws<AskingException>(() => ground.Push(with: order => order with { RunsHooks = true }));
        Assert.Contains("tabs are evil", no.Message, StringComparison.Ordinal);
        Assert.Equal(before, ground.Standing(ground.Mine));
    }

    [Fact]
    public void A_hook_before_the_push_that_says_no_is_not_tried_again()
    {
        using var ground = new PushGround(("a", "1\n"));
        Hook(ground, "pre-push", "echo 'not on a Friday' >&2; exit 1");
        PushGround.Write(ground.Mine, "a", "2\n");
        var report = ground.Push(with: order => order with { RunsHooks = true });
        Assert.Contains("not on a Friday", Assert.IsType<PushEnd.Refused>(report.End).Why, StringComparison.Ordinal);
        Assert.Equal(1, report.Attempts);
    }

    [Fact]
    public void Pointers_of_large_files_are_pushed_as_they_are_and_a_warning_says_what_is_not()
    {
        using var ground = new PushGround();
        Directory.CreateDirectory(Path.Combine(ground.Mine, ".git", "lfs", "objects"));
        PushGround.Write(ground.Mine, "large.bin", Pointer);
        var report = ground.Push();
        Assert.IsType<PushEnd.Pushed>(report.End);
        Assert.Equal(Pointer, ground.There("large.bin"));
        Assert.Contains("1 file is a pointer of Git LFS", Assert.Single(report.Warnings), StringComparison.Ordinal);
        PushGround.Write(ground.Mine, "text", "x\n");
        Assert.Empty(ground.Push().Warnings);
    }

    private static void Hook(PushGround ground, string name, string script) =>
        GitGround.Executable(Path.Combine(ground.Mine, ".git", "hooks", name), $"#!/bin/sh\n{script}\n");
}
