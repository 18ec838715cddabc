namespace Baton.Runtime.Pushing;

/// <summary>How a push ended.</summary>
public abstract record PushEnd
{
    private PushEnd() { } // closed: every case is here

    /// <summary>The change is on the branch.</summary>
    /// <param name="Commit">The commit there.</param>
    /// <param name="How">How it got there.</param>
    public sealed record Pushed(string Commit, PushWay How) : PushEnd
    {
        /// <summary>What rules settled.</summary>
        public IReadOnlyList<PathResult> Results { get; init; } = [];

        /// <summary>Whether rules dropped a part of this run's change.</summary>
        public bool IsPartial => Results.Any(result => result.IsPartial);

        /// <summary>What became of the clone; null where nothing was pushed by way of trial.</summary>
        public Following? Following { get; init; }
    }

    /// <summary>The work tree has no change.</summary>
    public sealed record NothingToCommit : PushEnd;

    /// <summary>Merged with what is on the branch, nothing of the change is left.</summary>
    /// <param name="Commit">The commit that has the change; it is on no branch.</param>
    /// <param name="Results">What rules settled.</param>
    public sealed record NoChange(string Commit, IReadOnlyList<PathResult> Results) : PushEnd;

    /// <summary>Both sides changed what no rule settles.</summary>
    /// <param name="Commit">The commit that has the change; it is on no branch.</param>
    /// <param name="Conflicts">Where, at least one.</param>
    public sealed record Conflicted(string Commit, IReadOnlyList<PathConflict> Conflicts) : PushEnd;

    /// <summary>The remote doesn't take it, and won't: who asks, a protected branch, a hook there.</summary>
    /// <param name="Commit">The commit that has the change; it is on no branch.</param>
    /// <param name="Why">What it said.</param>
    public sealed record Refused(string Commit, string Why) : PushEnd;

    /// <summary>A later run has passed the fence of this run's group: it may not write any more.</summary>
    /// <param name="Commit">The commit that has the change; it is on no branch.</param>
    /// <param name="Why">What the fence says.</param>
    public sealed record Overtaken(string Commit, string Why) : PushEnd;

    /// <summary>It was tried as often or as long as it may be.</summary>
    /// <param name="Commit">The commit that has the change.</param>
    /// <param name="Why">What happened the last time.</param>
    public sealed record GaveUp(string Commit, string Why) : PushEnd
    {
        /// <summary>Whether nobody knows if it was applied: the remote left without an answer, and can't be asked.</summary>
        public bool IsUnknown { get; init; }
    }
}

/// <summary>How a commit got to its branch.</summary>
public enum PushWay
{
    /// <summary>As it was made.</summary>
    Clean,

    /// <summary>Merged with what others had pushed.</summary>
    Merged,

    /// <summary>Merged, and rules settled what both sides changed.</summary>
    Resolved,

    /// <summary>Another writer of the queue merged and pushed it, with its own.</summary>
    Led,

    /// <summary>It was there already: of an earlier try whose answer was lost.</summary>
    Found,
}
