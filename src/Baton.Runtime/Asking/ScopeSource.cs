namespace Baton.Runtime.Asking;

/// <summary>Who named the scope; the earlier wins.</summary>
public enum ScopeSource
{
    /// <summary>The flag or its variable.</summary>
    Said,

    /// <summary>The repository's settings.</summary>
    Configuration,

    /// <summary>The CI service, by the repository that it runs for.</summary>
    Ci,

    /// <summary>The git remote.</summary>
    Remote,

    /// <summary>The folder's name.</summary>
    Folder,
}
