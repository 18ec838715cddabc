namespace Baton.Engine.Commands;

/// <summary>What the sender knows of the processes of a lost run.</summary>
public enum Remains
{
    /// <summary>Nobody could look, or not yet: the holds linger for the lock-delay.</summary>
    Unknown,

    /// <summary>Every process of the run is gone.</summary>
    Gone,
}
