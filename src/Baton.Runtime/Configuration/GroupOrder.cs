namespace Baton.Runtime.Configuration;

/// <summary>What orders those who wait for a group.</summary>
public enum GroupOrder
{
    /// <summary>Priority, with aging.</summary>
    Priority,

    /// <summary>The time of asking alone.</summary>
    Fifo,
}
