namespace Baton.Runtime.Kernel;

/// <summary>What became of ringing a bell.</summary>
public abstract record BellRing
{
    private BellRing() { }

    /// <summary>Its owner lives and wakes, or had been rung already.</summary>
    public sealed record Rung : BellRing;

    /// <summary>The pipe is there and nobody holds it: its owner died without putting it away.</summary>
    public sealed record NobodyThere : BellRing;

    /// <summary>There is no such pipe: its owner put it away, or somebody else did.</summary>
    public sealed record Gone : BellRing;

    /// <summary>The system doesn't let this process ring it; whether the owner lives is not known.</summary>
    /// <param name="Reason">Why, in the system's words.</param>
    public sealed record Unreachable(string Reason) : BellRing;
}
