namespace Baton.Runtime.Pushing.Merging;

/// <summary>A path that both sides changed.</summary>
/// <param name="Path">The path as text; bytes that are no UTF-8 are replaced.</param>
/// <param name="Before">What both started from; null where there was nothing.</param>
/// <param name="Mine">This run's version; null where it deleted it.</param>
/// <param name="Remote">The version on the branch; null where it was deleted there.</param>
public sealed record FileContest(string Path, TreeEntry? Before, TreeEntry? Mine, TreeEntry? Remote)
{
    /// <summary>What git made of it, line by line; null where that left a conflict.</summary>
    public TreeEntry? Clean { get; init; }

    /// <summary>Why no rule can settle it; null where one may.</summary>
    public string? Entangled { get; init; }
}
