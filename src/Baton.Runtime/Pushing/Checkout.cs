using System.Text;
using Baton.Runtime.Asking;
using Baton.Runtime.Git;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing;

/// <summary>Where the user's clone stands before a push.</summary>
/// <param name="Root">The root of its work tree.</param>
/// <param name="Own">Its own folder: `.git`, or that of the linked work tree.</param>
/// <param name="Head">The commit that is checked out; null in a repository without one.</param>
/// <param name="Tree">That commit's tree.</param>
/// <param name="Branch">The branch that is checked out; null where there is none.</param>
internal sealed record Checkout(string Root, string Own, string? Head, string Tree, string? Branch)
{
    private const string Heads = "refs/heads/";

    // What is half done there, and the word for it.
    private static readonly (string Mark, string What)[] HalfDone =
    [
        ("MERGE_HEAD", "a merge"),
        ("CHERRY_PICK_HEAD", "a cherry-pick"),
        ("REVERT_HEAD", "a revert"),
        ("rebase-merge", "a rebase"),
        ("rebase-apply", "a rebase"),
    ];

    /// <summary>The index that the user sees.</summary>
    public string Index => Path.Combine(Own, "index");

    /// <summary>Reads it.</summary>
    /// <exception cref="AskingException">There is no clone here, or something is half done in it.</exception>
    /// <exception cref="GitException">git fails.</exception>
    public static Checkout Read(WorkRepository repository, string folder)
    {
        var root =
            (GitFolder.Of(folder) is { IsBare: false } found ? found.Root : null)
            ?? throw new AskingException(
                AskingFault.Input,
                $"{OneLine.Of(folder, 400)} is in no git repository with a work tree"
            );
        if (repository.Try("rev-parse", "--absolute-git-dir") is not GitEnd.Done done)
            throw new AskingException(
                AskingFault.Input,
                $"git doesn't take {OneLine.Of(root, 400)} for a repository: {repository.Try("rev-parse", "--absolute-git-dir").Message}"
            );
        var own = Encoding.UTF8.GetString(done.Output.Span).TrimEnd('\n');
        foreach (var (mark, what) in HalfDone)
            if (Path.Exists(Path.Combine(own, mark)))
                throw new AskingException(
                    AskingFault.Input,
                    $"{what} is half done in {OneLine.Of(root, 400)}: finish or abort it first"
                );
        return OfHead(repository, root, own);
    }

    private static Checkout OfHead(WorkRepository repository, string root, string own)
    {
        if (
            repository.Try("rev-parse", "HEAD^{commit}", "HEAD^{tree}", "--symbolic-full-name", "HEAD")
            is GitEnd.Done read
        )
        {
            var lines = Encoding.UTF8.GetString(read.Output.Span).Split('\n');
            return new Checkout(root, own, lines[0], lines[1], Short(lines[2]));
        }

        // A repository without a commit: the branch is only a name.
        var name = repository.Try("symbolic-ref", "--quiet", "HEAD") is GitEnd.Done symbolic
            ? Encoding.UTF8.GetString(symbolic.Output.Span).TrimEnd('\n')
            : "";
        var empty = repository.Feed(default, "hash-object", "-t", "tree", "-w", "--stdin");
        return new Checkout(root, own, null, empty, Short(name));
    }

    private static string? Short(string name) =>
        name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : null;
}
