namespace Baton.Workflows.Events.Deeds;

/// <summary>What is done with pull requests. Whatever emits <c>pull_request</c> emits <c>pull_request_target</c>, too.</summary>
internal static class PullRequestDeeds
{
    private const string Page = Sources.Events + "#pull_request";

    public static IReadOnlyList<Deed> All { get; } =
    [
        new(
            "open-pull-request",
            "opens a pull request, with labels, people and reviewers",
            [
                .. Both("opened"),
                .. Both("labeled", HowOften.PerLabel, Certainty.Observed),
                .. Both("assigned", HowOften.PerAssignee, Certainty.Inferred),
                .. Both("review_requested", HowOften.PerReviewer, Certainty.Inferred),
            ],
            Page,
            Sources.Labels
        ),
        new(
            "push-to-pull-request",
            "pushes to the branch of an open pull request",
            [
                new("push")
                {
                    OnlyIf = "the branch is in this repository, not in a fork",
                    Payload = Sources.Payload(("after", "the new tip; github.sha is the same")),
                },
                .. Both("synchronize", HowOften.PerPullRequest),
            ],
            Page,
            "https://github.com/orgs/community/discussions/26276"
        ),
        new(
            "merge-pull-request",
            "merges a pull request",
            [
                .. Both("closed", HowOften.Once, Certainty.Documented, ("pull_request.merged", "true")),
                new("push") { Payload = Sources.Payload(("ref", "the base branch")), Certainty = Certainty.Observed },
                new("issues", "closed")
                {
                    Times = HowOften.PerIssue,
                    OnlyIf = "it goes into the default branch and says that it closes them",
                    Certainty = Certainty.Inferred,
                },
                new("delete") { OnlyIf = "its branch is deleted with it", Certainty = Certainty.Observed },
            ],
            Sources.Events + "#running-your-pull_request-workflow-when-a-pull-request-merges",
            "https://github.com/quantumlib/OpenFermion/pull/947",
            "https://github.com/supernetes/supernetes/pull/64"
        ),
        new(
            "close-pull-request",
            "closes a pull request without merging it",
            [.. Both("closed", HowOften.Once, Certainty.Documented, ("pull_request.merged", "false"))],
            Page
        ),
        new("reopen-pull-request", "opens a pull request again", [.. Both("reopened")], Page),
        new("edit-pull-request", "edits the title, the text or the base branch", [.. Both("edited")], Page),
        new(
            "label-pull-request",
            "adds labels to a pull request",
            [.. Both("labeled", HowOften.PerLabel)],
            Page,
            "https://github.com/eclipse-openj9/openj9/issues/11142"
        ),
        new("ready-pull-request", "marks a draft as ready", [.. Both("ready_for_review")], Page),
        new("request-review", "asks for reviews", [.. Both("review_requested", HowOften.PerReviewer)], Page),
        new(
            "comment-on-pull-request",
            "writes a comment on a pull request",
            [
                new("issue_comment", "created")
                {
                    Payload = Sources.Payload(
                        ("issue.pull_request", "there"),
                        ("issue.number", "the number of the pull request")
                    ),
                },
            ],
            Sources.Events + "#issue_comment"
        ),
        new(
            "review-pull-request",
            "submits a review with comments on lines",
            [
                new("pull_request_review", "submitted"),
                new("pull_request_review_comment", "created") { Times = HowOften.PerComment },
            ],
            Sources.Events + "#pull_request_review"
        ),
        new(
            "queue-pull-request",
            "adds a pull request to the merge queue",
            [.. Both("enqueued"), new("merge_group", "checks_requested")],
            Sources.Events + "#merge_group"
        ),
    ];

    private static IEnumerable<Emission> Both(
        string activity,
        HowOften times = HowOften.Once,
        Certainty certainty = Certainty.Documented,
        params (string Path, string What)[] payload
    )
    {
        foreach (var name in new[] { "pull_request", "pull_request_target" })
        {
            yield return new Emission(name, activity)
            {
                Times = times,
                Certainty = certainty,
                Payload = Sources.Payload(payload),
                OnlyIf = name == "pull_request" && activity != "closed" ? "it has no merge conflict" : null,
            };
        }
    }
}
