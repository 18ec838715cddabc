namespace Baton.Runtime.Forge;

/// <summary>What becomes of the world when a call is done twice.</summary>
internal enum Repeating
{
    /// <summary>The same as when it is done once: it may be tried again.</summary>
    Harmless,

    /// <summary>Its effect is there twice: it is sent once, and the caller looks before it sends it again.</summary>
    Doubles,
}
