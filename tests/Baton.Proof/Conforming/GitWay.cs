namespace Baton.Proof.Conforming;

/// <summary>How a git remote is reached.</summary>
internal enum GitWay
{
    /// <summary>As a folder of this machine.</summary>
    Folder,

    /// <summary>Over http, from git's own backend.</summary>
    Http,
}
