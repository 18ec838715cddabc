using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>
/// Merges trees in memory. git merges what it can, line by line and through renames; what both sides changed and it
/// can't, or a rule wants done otherwise, is settled path by path. No file and no index of the user's is touched.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="rules">The rules for paths.</param>
/// <param name="index">Where an index of our own may be made.</param>
internal sealed class TreeMerge(WorkRepository repository, PathRules rules, string index)
{
    /// <summary>Merges two trees that both come from a third.</summary>
    public TreeMergeEnd Merge(string before, string mine, string remote)
    {
        if (mine == before)
            return new TreeMergeEnd.Merged(remote, []);
        if (remote == before)
            return new TreeMergeEnd.Merged(mine, []);
        var lines = MergeLines(before, mine, remote);
        var settling = new Settling(rules, repository.Content);
        var contests = new ContestList(repository, (before, mine, remote), lines).Read();
        var settled = contests
            .Select(one => (one.Path, one.Contest, Settlement: settling.Settle(one.Contest)))
            .ToList();
        var conflicts = settled.Where(one => one.Settlement is Settlement.Conflict).ToList();
        if (conflicts.Count > 0)
            return new TreeMergeEnd.Conflicted([
                .. conflicts.Select(one => new PathConflict(
                    one.Path,
                    one.Contest,
                    (Settlement.Conflict)one.Settlement
                )),
            ]);
        return new TreeMergeEnd.Merged(
            Edit(lines, [.. settled.Select(one => (one.Path, one.Settlement))]),
            [.. settled.Select(one => PathResult.Of(one.Path, one.Settlement)).OfType<PathResult>()]
        );
    }

    // What the three trees have in common is told by commits of our own: it works in a clone without any history.
    private LineMerge MergeLines(string before, string mine, string remote)
    {
        var root = repository.Commit(before, null, CommitText.Scaffold);
        var (left, right) = (
            repository.Commit(mine, root, CommitText.Scaffold),
            repository.Commit(remote, root, CommitText.Scaffold)
        );
        var end = repository.Try(
            new GitCall(
                repository.Place,
                // A folder that one side renamed says nothing about what the other side adds.
                "-c",
                "merge.directoryRenames=false",
                "merge-tree",
                "--write-tree",
                "-z",
                "--stdin"
            )
            {
                Input = Encoding.ASCII.GetBytes($"{left} {right}\n"),
                Deadline = TimeSpan.FromMinutes(10),
            }
        );
        return end is GitEnd.Other { Code: 129 }
            ? throw new GitException(
                new GitEnd.Other(129, "git 2.38 or newer is needed to merge with what others pushed; this one is older")
            )
            : LineMerge.Read(end.Require());
    }

    private string Edit(LineMerge lines, IReadOnlyList<(TreePath Path, Settlement Settlement)> settled)
    {
        var edits = new List<(TreePath, TreeEntry?)>(lines.Strays.Select(path => (path, (TreeEntry?)null)));
        foreach (var (path, settlement) in settled)
            if (settlement is Settlement.Taken taken)
                edits.Add((path, taken.Entry));
            else if (settlement is Settlement.Written written)
                edits.Add((path, new TreeEntry(written.Mode, Store(written.Content))));
        if (edits.Count == 0)
            return lines.Tree;
        var own = repository.With(index);
        _ = own.Say("read-tree", lines.Tree);
        // First out, then in: a file may come where a folder was.
        own.Put(edits.OrderBy(edit => edit.Item2 is not null), lines.Tree.Length);
        return own.Say("write-tree");
    }

    private string Store(ReadOnlyMemory<byte> content) =>
        repository.Feed(content, "hash-object", "-w", "--no-filters", "--stdin");
}
