namespace Baton.Runtime.Forge;

/// <summary>Where a pull request stands.</summary>
public enum PullRequestState
{
    /// <summary>It is open.</summary>
    Open,

    /// <summary>It was merged.</summary>
    Merged,

    /// <summary>It was closed, and is not merged.</summary>
    Closed,
}
