namespace Baton.Runtime.Stores;

/// <summary>Whether waiting runs say from time to time that they still wait.</summary>
public enum Heartbeats
{
    /// <summary>They do.</summary>
    Sent,

    /// <summary>They don't: each would be a write that the store has better use for.</summary>
    Spared,
}
