namespace Baton.Runtime.Stores;

/// <summary>What is wrong with a store; each has its own exit code.</summary>
public enum StoreFault
{
    /// <summary>It can't be reached, or doesn't answer.</summary>
    Unavailable,

    /// <summary>Its content is damaged; nothing was overwritten.</summary>
    Corrupt,

    /// <summary>It was written by a newer program.</summary>
    TooNew,

    /// <summary>It can't be written: read-only, or no permission.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>It is in a place that can't carry it, such as a network file system.</summary>
    Unsuitable,
}

/// <summary>The store failed. The message says where and what to do.</summary>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public StoreFault Fault { get; } = fault;

    /// <summary>Whether it may work again in a moment: a full disk may have room, a damaged store is damaged.</summary>
    public bool MayPass => Fault is StoreFault.Unavailable or StoreFault.Full or StoreFault.ReadOnly;
}
