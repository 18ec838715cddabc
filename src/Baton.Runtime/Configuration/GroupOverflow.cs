namespace Baton.Runtime.Configuration;

/// <summary>Who goes when a line is full.</summary>
public enum GroupOverflow
{
    /// <summary>The one that arrives.</summary>
    Reject,

    /// <summary>The oldest that waits.</summary>
    DropOlder,
}
