namespace Baton.Workflows.Events.Contexts;

/// <summary>
/// The origin of each event's runs. All but those of a push and the like take the default branch; for
/// <c>pull_request_target</c> that is so since it no longer takes the base branch:
/// https://github.com/github/docs/blob/main/content/actions/reference/workflows-and-actions/events-that-trigger-workflows.md#pull_request_target
/// </summary>
public static class RunOrigins
{
    /// <summary>The origin of an event's runs.</summary>
    public static RunOrigin Of(string name) =>
        name switch
        {
            "push" => RunOrigin.PushedRef,
            "create" => RunOrigin.CreatedRef,
            "pull_request" or "pull_request_review" or "pull_request_review_comment" => RunOrigin.MergeBranch,
            "deployment" or "deployment_status" => RunOrigin.Deployment,
            "merge_group" => RunOrigin.MergeGroup,
            "release" => RunOrigin.ReleaseTag,
            "registry_package" => RunOrigin.Package,
            "workflow_dispatch" => RunOrigin.ChosenRef,
            "workflow_call" => RunOrigin.Caller,
            _ => RunOrigin.DefaultBranch,
        };

    /// <summary>Whether the workflow file of the default branch counts, whatever other branches hold.</summary>
    public static bool TakesFileOfDefaultBranch(string name) => Of(name) == RunOrigin.DefaultBranch;
}
