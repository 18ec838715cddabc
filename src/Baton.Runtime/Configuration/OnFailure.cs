namespace Baton.Runtime.Configuration;

/// <summary>What a failed run leaves of its key.</summary>
public enum OnFailure
{
    /// <summary>Nothing: the next one that asks may run.</summary>
    Release,

    /// <summary>The key is held for its window.</summary>
    Hold,
}
