using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>Finds the paths that both sides changed, those where git's lines conflict and those where they don't.</summary>
/// <param name="repository">The clone.</param>
/// <param name="trees">The three trees.</param>
/// <param name="lines">What git made of them.</param>
internal sealed class ContestList(
    WorkRepository repository,
    (string Before, string Mine, string Remote) trees,
    LineMerge lines
)
{
    private readonly Dictionary<TreePath, TreeChange> mine = Index(repository.Changes(trees.Before, trees.Mine));
    private readonly Dictionary<TreePath, TreeChange> remote = Index(repository.Changes(trees.Before, trees.Remote));

    /// <summary>The contests, in the order of their paths.</summary>
    public IReadOnlyList<(TreePath Path, FileContest Contest)> Read()
    {
        var about = lines
            .Messages.Where(message => message.Kind.StartsWith("CONFLICT", StringComparison.Ordinal))
            .ToList();
        var paths = lines.Stages.Keys.Concat(about.SelectMany(message => message.Paths)).Distinct().ToList();
        lines.Strays = [.. paths.Where(path => !mine.ContainsKey(path) && !remote.ContainsKey(path))];
        return
        [
            .. paths
                .Except(lines.Strays)
                .Select(path => (path, Conflict(path, about)))
                .Concat(Clean(paths))
                .OrderBy(one => one.Item1.Raw, StringComparer.Ordinal),
        ];
    }

    private FileContest Conflict(TreePath path, List<(string Kind, IReadOnlyList<TreePath> Paths)> about)
    {
        var versions =
            lines.Stages.TryGetValue(path, out var stages) && !IsAside(path, about)
                ? stages
                :
                [
                    Before(path),
                    mine.GetValueOrDefault(path)?.After ?? Unless(mine, path),
                    remote.GetValueOrDefault(path)?.After ?? Unless(remote, path),
                ];
        return new FileContest(path.Text, versions[0], versions[1], versions[2])
        {
            Entangled = Entanglement(path, about),
        };
    }

    // Of two kinds of things at one path git keeps one, and puts the other aside under a name of its own.
    private static bool IsAside(TreePath path, List<(string Kind, IReadOnlyList<TreePath> Paths)> about) =>
        about.Exists(message =>
            message.Kind.Contains("distinct", StringComparison.Ordinal) && message.Paths.Contains(path)
        );

    private TreeEntry? Before(TreePath path) =>
        (mine.GetValueOrDefault(path) ?? remote.GetValueOrDefault(path))?.Before;

    private TreeEntry? Unless(Dictionary<TreePath, TreeChange> side, TreePath path) =>
        side.ContainsKey(path) ? null : Before(path);

    private string? Entanglement(TreePath path, List<(string Kind, IReadOnlyList<TreePath> Paths)> about)
    {
        if (
            about.Exists(message =>
                message.Kind.Contains("file/directory", StringComparison.Ordinal) && message.Paths.Contains(path)
            )
        )
            return "one side has a file here and the other a folder";
        return about.Exists(message =>
            message.Kind.Contains("rename/rename", StringComparison.Ordinal) && message.Paths.Contains(path)
        )
            ? "both sides renamed it, each in its own way"
            : null;
    }

    // Both changed it and the lines merged: the merged version is what the tree has.
    private IEnumerable<(TreePath, FileContest)> Clean(List<TreePath> conflicts)
    {
        var both = mine.Values.Where(change => IsBoth(change) && !conflicts.Contains(change.Path)).ToList();
        if (both.Count == 0)
            yield break;
        var merged = Index(repository.Changes(trees.Remote, lines.Tree));
        foreach (var change in both)
        {
            var theirs = remote[change.Path].After;
            var clean = merged.TryGetValue(change.Path, out var other) ? other.After : theirs;
            yield return (
                change.Path,
                new FileContest(change.Path.Text, change.Before, change.After, theirs) { Clean = clean }
            );
        }
    }

    // Where both did the very same there may still be a sum in it; where both deleted it there is nothing.
    private bool IsBoth(TreeChange change) =>
        change.After is { IsFile: true }
        && remote.TryGetValue(change.Path, out var theirs)
        && theirs.After is { IsFile: true };

    private static Dictionary<TreePath, TreeChange> Index(IReadOnlyList<TreeChange> changes) =>
        changes.ToDictionary(change => change.Path);
}
