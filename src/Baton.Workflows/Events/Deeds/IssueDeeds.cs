namespace Baton.Workflows.Events.Deeds;

/// <summary>What is done with issues.</summary>
internal static class IssueDeeds
{
    private static readonly Emission Labeled = new("issues", "labeled")
    {
        Times = HowOften.PerLabel,
        Payload = Sources.Payload(("label", "the one label"), ("issue.labels", "all labels")),
        Certainty = Certainty.Observed,
    };

    private static readonly Emission Assigned = new("issues", "assigned")
    {
        Times = HowOften.PerAssignee,
        Payload = Sources.Payload(("assignee", "the one person"), ("issue.assignees", "all of them")),
    };

    public static IReadOnlyList<Deed> All { get; } =
    [
        new(
            "open-issue",
            "opens an issue, from a template or not, with labels and people",
            [
                new("issues", "opened") { Payload = Sources.Payload(("issue.labels", "all labels already")) },
                Labeled,
                Assigned,
                new("issues", "milestoned")
                {
                    OnlyIf = "it is opened with a milestone",
                    Certainty = Certainty.Inferred,
                },
            ],
            Sources.Events + "#issues",
            Sources.Labels,
            "https://github.com/preloop/preloop/issues/667"
        ),
        new(
            "label-issue",
            "adds labels to an issue",
            [Labeled],
            Sources.Payloads + "#issues",
            "https://github.com/eclipse-openj9/openj9/issues/11142"
        ),
        new(
            "unlabel-issue",
            "takes labels from an issue",
            [new("issues", "unlabeled") { Times = HowOften.PerLabel }],
            Sources.Payloads + "#issues"
        ),
        new("assign-issue", "assigns an issue", [Assigned], Sources.Payloads + "#issues"),
        new(
            "edit-issue",
            "edits the title or the text of an issue",
            [new("issues", "edited") { Payload = Sources.Payload(("changes", "what stood there before")) }],
            Sources.Payloads + "#issues"
        ),
        new(
            "close-issue",
            "closes an issue",
            [
                new("issue_comment", "created")
                {
                    OnlyIf = "it is closed with a comment",
                    Certainty = Certainty.Inferred,
                },
                new("issues", "closed"),
            ],
            Sources.Payloads + "#issues"
        ),
        new("reopen-issue", "opens an issue again", [new("issues", "reopened")], Sources.Payloads + "#issues"),
        new(
            "comment-on-issue",
            "writes a comment on an issue",
            [new("issue_comment", "created") { Payload = Sources.Payload(("issue.pull_request", "never there")) }],
            Sources.Events + "#issue_comment"
        ),
        new(
            "edit-comment",
            "edits a comment on an issue or a pull request",
            [new("issue_comment", "edited")],
            Sources.Payloads + "#issue_comment"
        ),
        new(
            "delete-comment",
            "deletes a comment on an issue or a pull request",
            [new("issue_comment", "deleted")],
            Sources.Payloads + "#issue_comment"
        ),
        new(
            "transfer-issue",
            "moves an issue to another repository",
            [
                new("issues", "transferred")
                {
                    Payload = Sources.Payload(("changes.new_issue", "the issue in the other repository")),
                },
                new("issues", "opened")
                {
                    OnlyIf = "seen from the other repository",
                    Payload = Sources.Payload(("changes.old_issue", "the issue in this one")),
                },
            ],
            Sources.Payloads + "#issues"
        ),
    ];
}
