using Baton.Engine.Runs;

namespace Baton.Runtime.Stores;

/// <summary>What became of purging a scope.</summary>
public abstract record PurgeAnswer
{
    private PurgeAnswer() { } // closed: every case is here

    /// <summary>It was purged.</summary>
    /// <param name="Contents">What it had before.</param>
    public sealed record Purged(ScopeContents Contents) : PurgeAnswer;

    /// <summary>Somebody lives, or may live; nothing was changed.</summary>
    /// <param name="InTheWay">Who.</param>
    public sealed record Refused(IReadOnlyList<Run> InTheWay) : PurgeAnswer;
}
