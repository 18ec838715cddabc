namespace Baton.Runtime.Stores.Git;

/// <summary>Whether the clock of a remote that speaks http corrects this machine's wall clock.</summary>
public enum ServerTime
{
    /// <summary>It does.</summary>
    Trusted,

    /// <summary>It doesn't.</summary>
    Ignored,
}
