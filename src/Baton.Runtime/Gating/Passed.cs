namespace Baton.Runtime.Gating;

/// <summary>What became of a run between its grant and the answer.</summary>
public abstract record Passed
{
    private Passed() { } // closed: every case is here

    /// <summary>What could not be done although the answer stands, one sentence each without a full stop.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>It goes on.</summary>
    public sealed record On : Passed;

    /// <summary>It goes on with what an earlier one has begun.</summary>
    /// <param name="What">What is there and what isn't.</param>
    /// <param name="Url">Where it can be looked at.</param>
    public sealed record Resumed(string What, string? Url) : Passed;

    /// <summary>It doesn't go on: the work is done already. Its claim is free.</summary>
    /// <param name="What">What is there.</param>
    /// <param name="Url">Where it can be looked at.</param>
    public sealed record NotNeeded(string What, string? Url) : Passed;

    /// <summary>It doesn't go on: the service could not say whether the work is done. Its claim is free.</summary>
    /// <param name="Why">What happened, in one sentence.</param>
    public sealed record Unanswered(string Why) : Passed;
}
