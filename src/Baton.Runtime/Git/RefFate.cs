namespace Baton.Runtime.Git;

/// <summary>What became of a ref in a push: the flags of https://git-scm.com/docs/git-push#_output</summary>
public enum RefFate
{
    /// <summary>It moved forward.</summary>
    Moved,

    /// <summary>It moved, and not forward.</summary>
    Forced,

    /// <summary>It is new.</summary>
    Made,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It was there already, so nothing was sent and nothing was compared: never a success.</summary>
    UpToDate,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>The remote left without saying.</summary>
    Unknown,
}
