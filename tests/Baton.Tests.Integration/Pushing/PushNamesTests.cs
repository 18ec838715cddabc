using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;

namespace Baton.Tests.Integration.Pushing;

/// <summary>Names that are options, patterns, or no text at all.</summary>
public sealed class PushNamesTests
{
    private static readonly string[] Names =
    [
        "line\nbreak",
        "quote\"'`$(touch canary)",
        "-rf",
        "--upload-pack=touch canary",
        ":(glob)x",
        "tab\tand \\ slash",
        "ünï",
        "*",
    ];

    [Fact]
    public void Files_with_hostile_names_are_pushed_merged_and_come_back()
    {
        using var ground = new PushGround([.. Names.Select(name => ($"d/{name}", "1\n"))]);
        ground.Others([.. Names.Select(name => ($"d/{name}.others", (string?)"o\n")), ("d/-rf", "others\n")]);
        foreach (var name in Names)
            PushGround.Write(ground.Mine, $"d/{name}", "mine\n");
        var rules = PushGround.Rules("{ paths: [d], resolve: mine }");

        var pushed = Assert.IsType<PushEnd.Pushed>(ground.Push(with: order => order with { Rules = rules }).End);

        Assert.Equal(["d/-rf"], pushed.Results.Select(result => result.Path.Text));
        Assert.All(Names, name => Assert.Equal("mine\n", ground.There($"d/{name}")));
        Assert.All(Names, name => Assert.True(File.Exists(Path.Combine(ground.Mine, "d", $"{name}.others"))));
        Assert.Empty(Directory.EnumerateFiles(ground.Ground[""], "canary*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_named_path_is_a_name_and_no_pattern()
    {
        using var ground = new PushGround();
        PushGround.Write(ground.Mine, "*", "star\n");
        PushGround.Write(ground.Mine, ":(glob)x", "glob\n");
        PushGround.Write(ground.Mine, "other", "no\n");
        _ = Assert.IsType<PushEnd.Pushed>(ground.Push(with: order => order with { Paths = ["*", ":(glob)x"] }).End);
        Assert.Equal("*|:(glob)x|base", ground.OnRemote("ls-tree", "-r", "--name-only", "main").Replace('\n', '|'));
    }

    [Fact]
    public void A_name_that_is_no_text_passes_byte_for_byte()
    {
        using var ground = new PushGround(("a", "1\n"));
        // Not every file system has such names, so git makes it.
        byte[] name = [(byte)'x', 0xff, 0xfe, (byte)'\n'];
        var other = ground.Clone("other");
        var blob = ground.Git(other, "hash-object", "-w", "base");
        var entry = Encoding.ASCII.GetBytes($"100644 {blob}\t").Concat(name).Append((byte)0).ToArray();
        _ = ground
            .Ground.Git.Run(
                new GitCall(GitPlace.In(other), "update-index", "-z", "--index-info") { Input = entry },
                TestContext.Current.CancellationToken
            )
            .Require();
        _ = ground.Git(other, "commit", "-q", "-m", "bytes");
        _ = ground.Git(other, "push", "-q", "origin", "HEAD:main");
        PushGround.Write(ground.Mine, "a", "mine\n");

        Assert.IsType<PushEnd.Pushed>(ground.Push().End);

        var listed = ground
            .Ground.Git.Run(
                new GitCall(GitPlace.At(ground.Remote), "ls-tree", "-r", "-z", "--name-only", "main"),
                TestContext.Current.CancellationToken
            )
            .Require();
        // .NET can't delete such a file.
        _ = ground.Git(ground.Mine, "rm", "-r", "-f", "-q", ".");
        Assert.True(listed.Span.IndexOf(name) >= 0);
        Assert.Equal("mine\n", ground.There("a"));
    }

    [Fact]
    public void A_branch_that_looks_like_an_option_is_a_branch()
    {
        using var ground = new PushGround();
        PushGround.Write(ground.Mine, "a", "x");
        var pushed = Assert.IsType<PushEnd.Pushed>(
            ground.Push(with: order => order with { Branch = "--upload-pack=touch-canary" }).End
        );
        Assert.Equal(pushed.Commit, ground.OnRemote("rev-parse", "refs/heads/--upload-pack=touch-canary"));
    }
}
