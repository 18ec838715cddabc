namespace Baton.Runtime.Gating.Checks;

/// <summary>What may be there already.</summary>
public enum CheckKind
{
    /// <summary>A branch.</summary>
    Branch,

    /// <summary>A pull request: from a branch, or one that closes the issue.</summary>
    PullRequest,

    /// <summary>A label on the issue.</summary>
    Label,

    /// <summary>Somebody who is assigned to the issue.</summary>
    Assignee,

    /// <summary>A comment on the issue.</summary>
    Comment,
}
