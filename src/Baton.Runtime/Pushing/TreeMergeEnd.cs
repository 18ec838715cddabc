namespace Baton.Runtime.Pushing;

/// <summary>What came of merging two trees.</summary>
internal abstract record TreeMergeEnd
{
    private TreeMergeEnd() { } // closed: every case is here

    /// <summary>They merged.</summary>
    /// <param name="Tree">The tree.</param>
    /// <param name="Results">What was settled by a rule.</param>
    public sealed record Merged(string Tree, IReadOnlyList<PathResult> Results) : TreeMergeEnd;

    /// <summary>They didn't.</summary>
    /// <param name="Conflicts">Where, at least one.</param>
    public sealed record Conflicted(IReadOnlyList<PathConflict> Conflicts) : TreeMergeEnd;
}
