namespace Baton.Workflows.Syntax.Triggers;

/// <summary>
/// An event that starts workflows, and how a workflow may choose among its occurrences:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">Its activity types; none where it has no types.</param>
/// <param name="Filters">The filters that it has beside types.</param>
public sealed record KnownEvent(string Name, IReadOnlyList<string> Types, params IReadOnlyList<string> Filters)
{
    private static readonly string[] Written = ["created", "edited", "deleted"];
    private static readonly string[] Branches = ["branches", "branches-ignore"];
    private static readonly string[] Paths = ["paths", "paths-ignore"];

    private static readonly string[] PullRequest = Words(
        "assigned unassigned labeled unlabeled opened edited closed reopened synchronize converted_to_draft locked"
            + " unlocked enqueued dequeued milestoned demilestoned ready_for_review review_requested"
            + " review_request_removed auto_merge_enabled auto_merge_disabled stacked"
    );

    private static readonly string[] Issue = Words(
        "opened edited deleted transferred pinned unpinned closed reopened assigned unassigned labeled unlabeled locked"
            + " unlocked milestoned demilestoned field_added field_removed typed untyped"
    );

    private static readonly string[] Discussion = Words(
        "created edited deleted transferred pinned unpinned labeled unlabeled locked unlocked category_changed answered"
            + " unanswered"
    );

    /// <summary>The types that count where a workflow names none.</summary>
    public IReadOnlyList<string> DefaultTypes { get; private init; } = Types;

    /// <summary>Whether whoever sends the event makes up its types.</summary>
    public bool HasFreeTypes { get; private init; }

    /// <summary>The events, by name.</summary>
    public static IReadOnlyList<KnownEvent> All { get; } =
    [
        new("branch_protection_rule", Written),
        new("check_run", ["completed", "created", "rerequested", "requested_action"]),
        new("check_suite", ["completed"]),
        new("create", []),
        new("delete", []),
        new("deployment", []),
        new("deployment_status", []),
        new("discussion", Discussion),
        new("discussion_comment", Written),
        new("fork", []),
        new("gollum", []),
        new("image_version", ["created", "ready", "deleted"], "names", "versions"),
        new("issue_comment", Written),
        new("issues", Issue),
        new("label", Written),
        new("merge_group", ["checks_requested"], Branches),
        new("milestone", ["created", "closed", "opened", "edited", "deleted"]),
        new("page_build", []),
        new("project", ["created", "closed", "reopened", "edited", "deleted"]),
        new("project_card", ["created", "moved", "converted", "edited", "deleted"]),
        new("project_column", ["created", "updated", "moved", "deleted"]),
        new("public", []),
        new("pull_request", PullRequest, [.. Branches, .. Paths])
        {
            DefaultTypes = ["opened", "synchronize", "reopened"],
        },
        new("pull_request_comment", Written),
        new("pull_request_review", ["submitted", "edited", "dismissed"]),
        new("pull_request_review_comment", Written),
        new("pull_request_target", PullRequest, [.. Branches, .. Paths])
        {
            DefaultTypes = ["opened", "synchronize", "reopened"],
        },
        new("push", [], [.. Branches, "tags", "tags-ignore", .. Paths]),
        new("registry_package", ["published", "updated"]),
        new("release", ["published", "unpublished", "created", "edited", "deleted", "prereleased", "released"]),
        new("repository_dispatch", []) { HasFreeTypes = true },
        new("schedule", []),
        new("status", []),
        new("watch", ["started"]),
        new("workflow_call", []),
        new("workflow_dispatch", []),
        new("workflow_run", ["requested", "completed", "in_progress"], ["workflows", .. Branches]),
    ];

    /// <summary>The event of a name, or null.</summary>
    public static KnownEvent? Find(string name) => All.FirstOrDefault(known => known.Name == name);

    private static string[] Words(string text) => text.Split(' ');
}
