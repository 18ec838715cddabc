using Baton.Runtime.Asking;

namespace Baton.Runtime.Pushing;

/// <summary>Puts commits on top of what others pushed, in memory.</summary>
/// <param name="repository">The clone.</param>
/// <param name="merge">Merges trees.</param>
/// <param name="commits">The commits, oldest first; at least one.</param>
internal sealed class Replay(WorkRepository repository, TreeMerge merge, IReadOnlyList<Unpushed> commits)
{
    // A push that was looked for longer ago than this many commits is not this run's.
    private const int Furthest = 10_000;

    /// <summary>Puts them on a commit of the remote's.</summary>
    /// <exception cref="AskingException">One of them is a merge.</exception>
    public ReplayEnd On(string tip)
    {
        // Nobody pushed anything.
        if (tip == commits[0].Parent)
            return new ReplayEnd.Ready(commits[^1].Commit, commits[^1].Trees.After, []);
        var there = There(tip);
        if (Find(there, commits[^1]) is { } found)
            return new ReplayEnd.Found(found);
        var left = commits.Where(commit => Find(there, commit) is null).ToList();
        if (left.Exists(commit => commit.IsMerge))
            throw new AskingException(
                AskingFault.Input,
                "this clone has merge commits that were never pushed, and others have pushed meanwhile: merge or rebase it first"
            );
        return Put(left, (tip, repository.Say("rev-parse", $"{tip}^{{tree}}")));
    }

    private ReplayEnd Put(IReadOnlyList<Unpushed> left, (string Commit, string Tree) at)
    {
        var results = new List<PathResult>();
        var start = at;
        foreach (var commit in left)
            switch (merge.Merge(commit.Trees.Before, commit.Trees.After, at.Tree))
            {
                case TreeMergeEnd.Conflicted conflicted:
                    return new ReplayEnd.Conflicted(conflicted.Conflicts);
                case TreeMergeEnd.Merged merged:
                    results.AddRange(merged.Results);
                    if (merged.Tree != at.Tree)
                        at = (repository.Commit(merged.Tree, at.Commit, commit.Text(repository)), merged.Tree);
                    break;
            }

        return at == start ? new ReplayEnd.Vanished(results) : new ReplayEnd.Ready(at.Commit, at.Tree, results);
    }

    // The commits on the branch that this clone had not, each with its push ids.
    private Dictionary<string, string> There(string tip)
    {
        var from = commits[0].Parent is { Length: > 0 } parent ? new[] { "--not", parent } : [];
        var there = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = repository.Say([
            "log",
            $"--max-count={Furthest}",
            $"--format=%H %(trailers:key={PushTrailer.Key},valueonly,separator=%x20)",
            tip,
            .. from,
            "--",
        ]);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
                there.TryAdd(word, words[0]);
        }

        return there;
    }

    private static string? Find(Dictionary<string, string> there, Unpushed commit) =>
        there.GetValueOrDefault(commit.Commit) ?? there.GetValueOrDefault(commit.Id);
}

/// <summary>What came of putting commits on top of others.</summary>
internal abstract record ReplayEnd
{
    private ReplayEnd() { } // closed: every case is here

    /// <summary>They can be pushed.</summary>
    /// <param name="Commit">The last of them.</param>
    /// <param name="Tree">Its tree.</param>
    /// <param name="Results">What rules settled.</param>
    public sealed record Ready(string Commit, string Tree, IReadOnlyList<PathResult> Results) : ReplayEnd;

    /// <summary>They are there already.</summary>
    /// <param name="Commit">The last of them, there.</param>
    public sealed record Found(string Commit) : ReplayEnd;

    /// <summary>Nothing of them is left.</summary>
    public sealed record Vanished(IReadOnlyList<PathResult> Results) : ReplayEnd;

    /// <summary>They conflict.</summary>
    public sealed record Conflicted(IReadOnlyList<PathConflict> Conflicts) : ReplayEnd;
}
