using System.Text;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>
/// Pointers of Git LFS among what is pushed. They are pushed as the files that they are; the contents behind them are
/// uploaded by a hook of LFS's, and without it others find pointers to nothing.
/// </summary>
internal static class LargeFiles
{
    // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    private const string FirstLine = "version https://git-lfs.github.com/spec/v1";

    private const int MostPaths = 500;

    /// <summary>What to tell of them; nothing where the clone has no such contents, or none is pushed.</summary>
    public static string? Warning(
        WorkRepository repository,
        Checkout checkout,
        (string Tree, IReadOnlyList<TreeChange> Changes) pushed
    )
    {
        // A linked work tree's own folder is below that of its repository: .git/worktrees/NAME
        if (
            !Directory.Exists(Path.Combine(checkout.Own, "lfs"))
            && !Directory.Exists(Path.Combine(checkout.Own, "..", "..", "lfs"))
        )
            return null;
        var paths = pushed
            .Changes.Where(change => change.After is not null)
            .Select(change => change.Path.Text)
            .ToList();
        if (paths.Count is 0 or > MostPaths)
            paths = [];
        var end = repository
            .In(checkout.Root)
            .Try(["grep", "-l", "-z", "-F", "-e", FirstLine, pushed.Tree, "--", .. paths]);
        if (end is not GitEnd.Done done)
            return null;
        var count = Encoding.UTF8.GetString(done.Output.Span).Count(letter => letter == '\0');
        return $"{count} {(count == 1 ? "file is a pointer" : "files are pointers")} of Git LFS, whose contents this push doesn't upload: `git lfs push` does, or push with --hooks";
    }
}
