namespace Baton.Workflows.Resources;

/// <summary>What kind of shared thing a step writes to.</summary>
public enum ResourceKind
{
    /// <summary>A branch.</summary>
    Branch,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>Pull requests.</summary>
    PullRequest,

    /// <summary>Issues.</summary>
    Issue,

    /// <summary>The labels of an issue or a pull request.</summary>
    Labels,

    /// <summary>The people who are assigned.</summary>
    Assignees,

    /// <summary>Comments.</summary>
    Comments,

    /// <summary>A release.</summary>
    Release,

    /// <summary>A package in a registry.</summary>
    Package,

    /// <summary>A place that is deployed to.</summary>
    Environment,

    /// <summary>The pages of the repository.</summary>
    Pages,

    /// <summary>A database whose form is changed, or infrastructure.</summary>
    Infrastructure,
}
