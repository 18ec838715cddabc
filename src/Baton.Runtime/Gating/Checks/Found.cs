namespace Baton.Runtime.Gating.Checks;

/// <summary>What looking for earlier work came to.</summary>
public abstract record Found
{
    private Found() { } // closed: every case is here

    /// <summary>There is none.</summary>
    public sealed record Nothing : Found;

    /// <summary>The work is done, or others are at it: a reason not to begin.</summary>
    /// <param name="What">What is there, in words that can begin a sentence.</param>
    /// <param name="Url">The page that shows it; none where nobody knows.</param>
    public sealed record Work(string What, string? Url) : Found;

    /// <summary>The work was begun and not finished: a reason to go on with it.</summary>
    /// <param name="What">What is there and what isn't, in words that can begin a sentence.</param>
    /// <param name="Url">The page that shows it; none where nobody knows.</param>
    public sealed record Half(string What, string? Url) : Found;
}
