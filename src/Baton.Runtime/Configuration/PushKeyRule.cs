namespace Baton.Runtime.Configuration;

/// <summary>What a key of a merged file becomes.</summary>
public abstract record PushKeyRule
{
    private PushKeyRule() { } // closed: every case is here

    /// <summary>This run's value.</summary>
    public sealed record Mine : PushKeyRule;

    /// <summary>The value on the branch.</summary>
    public sealed record Remote : PushKeyRule;

    /// <summary>The larger of both, as times and versions compare.</summary>
    public sealed record Newest : PushKeyRule;

    /// <summary>The larger number.</summary>
    public sealed record Max : PushKeyRule;

    /// <summary>The smaller number.</summary>
    public sealed record Min : PushKeyRule;

    /// <summary>The number on the branch, and what this run added to it or took from it.</summary>
    public sealed record Sum : PushKeyRule;

    /// <summary>The number of items that a list has after the merge.</summary>
    public sealed record CountOf(string List) : PushKeyRule;
}
