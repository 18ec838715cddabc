namespace Baton.Runtime.Kernel;

/// <summary>Whether a process lives. A guess is never made: what can't be seen is unknown.</summary>
public abstract record Liveness
{
    private Liveness() { }

    /// <summary>It runs, sleeps or is stopped.</summary>
    public sealed record Alive : Liveness;

    /// <summary>It has ended; its id may belong to another by now.</summary>
    public sealed record Dead : Liveness;

    /// <summary>The kernel doesn't say.</summary>
    /// <param name="Reason">Why, in words for a message.</param>
    public sealed record Unknown(string Reason) : Liveness;
}
