namespace Baton.Workflows.Events.Contexts;

/// <summary>
/// From where a run has its ref and its commit, by event:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
/// </summary>
public enum RunOrigin
{
    /// <summary>The tip of the default branch: unrelated events share one <c>github.sha</c>.</summary>
    DefaultBranch,

    /// <summary>The ref that was pushed, and its new tip; the default branch where it was deleted.</summary>
    PushedRef,

    /// <summary>The branch or tag that was made.</summary>
    CreatedRef,

    /// <summary>
    /// <c>refs/pull/N/merge</c> and its merge commit, which is no commit of the branch; the base branch after a merge.
    /// </summary>
    MergeBranch,

    /// <summary>The deployed commit; the ref is empty where a commit was named.</summary>
    Deployment,

    /// <summary>The branch of the merge queue.</summary>
    MergeGroup,

    /// <summary>The tag of the release.</summary>
    ReleaseTag,

    /// <summary>The commit that the package was made from.</summary>
    Package,

    /// <summary>The branch or tag that was chosen.</summary>
    ChosenRef,

    /// <summary>The same as of the run that calls.</summary>
    Caller,
}
