using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>How a path was settled that both sides changed.</summary>
/// <param name="Path">The path.</param>
/// <param name="How">The way: `mine`, `remote`, `union`, `json` and so on.</param>
/// <param name="Dropped">What of this run's change was dropped: keys, or everything as an empty text.</param>
public sealed record PathResult(TreePath Path, string How, IReadOnlyList<string> Dropped)
{
    /// <summary>Whether something of this run's change is not on the branch.</summary>
    public bool IsPartial => Dropped.Count > 0;

    internal static PathResult? Of(TreePath path, Settlement settlement) =>
        settlement switch
        {
            Settlement.Taken { How: "remote" } => new PathResult(path, "remote", [""]),
            Settlement.Taken taken => new PathResult(path, taken.How, []),
            Settlement.Written written => new PathResult(path, written.How, written.Dropped),
            _ => null,
        };
}

/// <summary>A path that no rule settles.</summary>
/// <param name="Path">The path.</param>
/// <param name="Contest">Its three versions.</param>
/// <param name="Conflict">Why, and what would settle it.</param>
public sealed record PathConflict(TreePath Path, FileContest Contest, Settlement.Conflict Conflict);
