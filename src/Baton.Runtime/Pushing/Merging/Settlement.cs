namespace Baton.Runtime.Pushing.Merging;

/// <summary>What becomes of a path that both sides changed.</summary>
public abstract record Settlement
{
    private Settlement() { } // closed: every case is here

    /// <summary>What git made of it stands.</summary>
    public sealed record AsMerged : Settlement;

    /// <summary>One side's version is taken whole.</summary>
    /// <param name="Entry">The version; null deletes the path.</param>
    /// <param name="How">The rule, in its own word: `mine` or `remote`.</param>
    public sealed record Taken(TreeEntry? Entry, string How) : Settlement;

    /// <summary>A new version was made of both.</summary>
    /// <param name="Mode">Its mode.</param>
    /// <param name="Content">Its content.</param>
    /// <param name="How">The way, in its own word: `json`, `union`.</param>
    public sealed record Written(string Mode, ReadOnlyMemory<byte> Content, string How) : Settlement
    {
        /// <summary>Keys whose change of this run a rule dropped.</summary>
        public IReadOnlyList<string> Dropped { get; init; } = [];
    }

    /// <summary>Nobody can tell.</summary>
    /// <param name="Why">Why, in one sentence without a full stop.</param>
    /// <param name="Hint">What would settle it.</param>
    public sealed record Conflict(string Why, string Hint) : Settlement;
}
