namespace Baton.Engine.Resources;

/// <summary>What becomes of an arrival at a full line.</summary>
public enum Overflow
{
    /// <summary>The arrival is rejected.</summary>
    Reject,

    /// <summary>The oldest pending run gives way, unless it is newer or of higher priority.</summary>
    DropOlder,
}
