namespace Baton.Workflows.Events.Deeds;

/// <summary>What is done with branches and tags.</summary>
internal static class PushDeeds
{
    // More at once emit nothing: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#push
    private const int MostTags = 3;
    private const int MostBranches = 5000;

    public static IReadOnlyList<Deed> All { get; } =
    [
        new(
            "push-branch",
            "pushes to a branch without a pull request",
            [new("push") { Times = HowOften.PerBranch, AtMost = MostBranches }],
            Sources.Events + "#push"
        ),
        new(
            "create-branch",
            "pushes a new branch",
            [
                new("create")
                {
                    Times = HowOften.PerBranch,
                    Payload = Sources.Payload(("ref_type", "branch"), ("ref", "its short name")),
                },
                new("push")
                {
                    Times = HowOften.PerBranch,
                    AtMost = MostBranches,
                    Payload = Sources.Payload(("created", "true"), ("ref", "its whole name")),
                },
            ],
            Sources.Events + "#create",
            Sources.Events + "#push"
        ),
        new(
            "push-tag",
            "pushes new tags",
            [
                new("create")
                {
                    Times = HowOften.PerTag,
                    AtMost = MostTags,
                    Payload = Sources.Payload(("ref_type", "tag"), ("ref", "its short name")),
                },
                new("push")
                {
                    Times = HowOften.PerTag,
                    AtMost = MostTags,
                    Payload = Sources.Payload(("created", "true"), ("ref", "its whole name")),
                },
            ],
            Sources.Events + "#create",
            Sources.Events + "#push"
        ),
        new(
            "delete-branch",
            "deletes a branch",
            [
                new("delete")
                {
                    Times = HowOften.PerBranch,
                    Payload = Sources.Payload(("ref_type", "branch"), ("ref", "its short name")),
                },
                new("push")
                {
                    Times = HowOften.PerBranch,
                    Payload = Sources.Payload(("deleted", "true"), ("after", "forty zeros")),
                },
                new("pull_request", "closed") { Times = HowOften.PerPullRequest, Certainty = Certainty.Inferred },
                new("pull_request_target", "closed")
                {
                    Times = HowOften.PerPullRequest,
                    Certainty = Certainty.Inferred,
                },
            ],
            Sources.Events + "#delete",
            Sources.Events + "#push",
            "https://github.com/openSUSE/open-build-service/pull/13852"
        ),
        new(
            "delete-tag",
            "deletes tags",
            [
                new("delete")
                {
                    Times = HowOften.PerTag,
                    AtMost = MostTags,
                    Payload = Sources.Payload(("ref_type", "tag"), ("ref", "its short name")),
                },
                new("push")
                {
                    Times = HowOften.PerTag,
                    AtMost = MostTags,
                    Payload = Sources.Payload(("deleted", "true")),
                    Certainty = Certainty.Inferred,
                },
            ],
            Sources.Events + "#delete"
        ),
    ];
}
