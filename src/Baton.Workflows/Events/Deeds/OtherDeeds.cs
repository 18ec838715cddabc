namespace Baton.Workflows.Events.Deeds;

/// <summary>What is done elsewhere: dispatches, times, runs, deployments, discussions.</summary>
internal static class OtherDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        new(
            "dispatch-workflow",
            "starts a workflow by hand, or through the interface for programs",
            [
                new("workflow_dispatch")
                {
                    Payload = Sources.Payload(
                        ("inputs", "the inputs as texts; null without any"),
                        ("ref", "the whole name")
                    ),
                },
            ],
            Sources.Events + "#workflow_dispatch"
        ),
        new(
            "dispatch-repository",
            "sends an event of one's own",
            [
                new("repository_dispatch")
                {
                    Payload = Sources.Payload(("action", "the event_type"), ("client_payload", "what was sent")),
                },
            ],
            Sources.Events + "#repository_dispatch"
        ),
        new(
            "be-due",
            "nobody: a schedule is due; it may come late or not at all",
            [
                new("schedule")
                {
                    Times = HowOften.PerSchedule,
                    Payload = Sources.Payload(("schedule", "the cron expression as the file writes it")),
                },
            ],
            Sources.Events + "#schedule"
        ),
        new(
            "run-workflow",
            "a run begins and ends, however it ends; three in a row at most",
            [
                new("workflow_run", "requested") { OnlyIf = "it is no second attempt" },
                new("workflow_run", "in_progress"),
                new("workflow_run", "completed")
                {
                    Payload = Sources.Payload(("workflow_run.conclusion", "how it ended")),
                },
            ],
            Sources.Events + "#workflow_run"
        ),
        new(
            "check-commit",
            "an app reports checks of a commit; those of GitHub Actions emit nothing",
            [new("check_run", "created"), new("check_run", "completed"), new("check_suite", "completed")],
            Sources.Events + "#check_run",
            Sources.Events + "#check_suite"
        ),
        new("set-status", "a program sets the status of a commit", [new("status")], Sources.Events + "#status"),
        new("deploy", "a program creates a deployment", [new("deployment")], Sources.Events + "#deployment"),
        new(
            "report-deployment",
            "a program reports on a deployment",
            [new("deployment_status") { OnlyIf = "it isn't reported as inactive" }],
            Sources.Events + "#deployment_status"
        ),
        new(
            "open-discussion",
            "opens a discussion",
            [
                new("discussion", "created"),
                new("discussion", "labeled") { Times = HowOften.PerLabel, Certainty = Certainty.Inferred },
            ],
            Sources.Events + "#discussion"
        ),
        new(
            "comment-on-discussion",
            "writes a comment on a discussion",
            [new("discussion_comment", "created")],
            Sources.Events + "#discussion_comment"
        ),
        new(
            "answer-discussion",
            "marks a comment as the answer",
            [new("discussion", "answered")],
            Sources.Events + "#discussion"
        ),
        new("edit-wiki", "creates or edits pages of the wiki", [new("gollum")], Sources.Events + "#gollum"),
        new("star", "gives the repository a star", [new("watch", "started")], Sources.Events + "#watch"),
        new("fork", "forks the repository", [new("fork")], Sources.Events + "#fork"),
        new("publish-repository", "makes the repository public", [new("public")], Sources.Events + "#public"),
        new(
            "change-label",
            "creates, edits or deletes a label of the repository",
            [
                new("label", "created") { OnlyIf = "it is created" },
                new("label", "edited") { OnlyIf = "it is edited" },
                new("label", "deleted") { OnlyIf = "it is deleted" },
            ],
            Sources.Events + "#label"
        ),
    ];
}
