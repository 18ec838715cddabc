namespace Baton.Runtime.Configuration;

/// <summary>Whether decisions bind.</summary>
public enum Mode
{
    /// <summary>They do.</summary>
    Enforce,

    /// <summary>They are made, audited and reported, but block nothing.</summary>
    Observe,
}
