namespace Baton.Runtime.Fencing;

/// <summary>What a fence lets a token do that wants past it for the first time.</summary>
public abstract record FenceAnswer
{
    private FenceAnswer() { } // closed: every case is here

    /// <summary>It may move the fence: it is larger than every token that the fence has seen.</summary>
    public sealed record Passes : FenceAnswer;

    /// <summary>It has moved it already.</summary>
    public sealed record HasPassed : FenceAnswer;

    /// <summary>Another store has given out a token as large; it needs a larger one.</summary>
    /// <param name="Above">What it has to be larger than.</param>
    public sealed record NeedsLarger(long Above) : FenceAnswer;

    /// <summary>A later run of the same store has passed: this one has lost.</summary>
    /// <param name="By">The token that passed.</param>
    public sealed record Overtaken(long By) : FenceAnswer;

    /// <summary>Judges a token by what the fence says.</summary>
    /// <param name="there">What it says; null where there is none yet.</param>
    /// <param name="store">The store that gave the token.</param>
    /// <param name="token">The token.</param>
    /// <param name="nonces">What this run has written there, whether or not it was told that it arrived.</param>
    public static FenceAnswer Of(FenceMark? there, string store, long token, IReadOnlySet<string> nonces)
    {
        ArgumentNullException.ThrowIfNull(nonces);
        if (there is null || there.Token < token)
            return new Passes();
        if (there.Store != store)
            return new NeedsLarger(there.Token);
        return there.Token == token && nonces.Contains(there.Nonce) ? new HasPassed() : new Overtaken(there.Token);
    }
}
