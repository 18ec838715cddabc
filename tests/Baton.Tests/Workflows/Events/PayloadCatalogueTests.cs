using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Tests.Workflows.Events;

public sealed class PayloadCatalogueTests
{
    [Theory]
    [InlineData("issues", "opened", "issue.number", "always, filled")]
    [InlineData("issues", "opened", "issue.title", "always")]
    [InlineData("issues", "opened", "issue.milestone.title", "sometimes")]
    [InlineData("issues", "opened", "label.name", "never")]
    [InlineData("issues", "labeled", "label.name", "sometimes")]
    [InlineData("issues", "opened", "pull_request.number", "never")]
    [InlineData("issues", "opened", "ISSUE.Number", "always, filled")]
    [InlineData("issues", "opened", "issue.labels.name", "never")]
    [InlineData("issues", "opened", "issue.labels.*.name", "sometimes")]
    [InlineData("issues", "opened", "issue.labels.0.name", "sometimes")]
    [InlineData("issues", "field_added", "issue.number", "always, filled")]
    [InlineData("issues", "", "issue.number", "always, filled")]
    [InlineData("issues", "", "label.name", "sometimes")]
    [InlineData("issue_comment", "created", "issue.number", "always, filled")]
    [InlineData("issue_comment", "created", "issue.pull_request.url", "sometimes")]
    [InlineData("issue_comment", "created", "comment.body", "always")]
    [InlineData("pull_request", "synchronize", "pull_request.number", "always, filled")]
    [InlineData("pull_request", "synchronize", "number", "always, filled")]
    [InlineData("pull_request", "synchronize", "issue.number", "never")]
    [InlineData("pull_request", "synchronize", "pull_request.head.sha", "always, filled")]
    [InlineData("pull_request", "synchronize", "pull_request.head.repo.full_name", "sometimes")]
    [InlineData("pull_request", "closed", "pull_request.head.repo.full_name", "sometimes")]
    [InlineData("pull_request_target", "opened", "pull_request.head.ref", "always, filled")]
    [InlineData("pull_request_review", "submitted", "pull_request.number", "always, filled")]
    [InlineData("push", "", "issue.number", "never")]
    [InlineData("push", "", "pull_request.number", "never")]
    [InlineData("push", "", "ref", "always, filled")]
    [InlineData("push", "", "head_commit.id", "sometimes")]
    [InlineData("push", "", "head_commit.added", "never")]
    [InlineData("schedule", "", "issue.number", "never")]
    [InlineData("schedule", "", "schedule", "always, filled")]
    [InlineData("schedule", "", "repository.full_name", "always, filled")]
    [InlineData("workflow_dispatch", "", "inputs.issue", "sometimes")]
    [InlineData("workflow_dispatch", "", "issue.number", "never")]
    [InlineData("repository_dispatch", "anything", "client_payload.issue.number", "sometimes")]
    [InlineData("workflow_run", "completed", "workflow_run.head_branch", "sometimes")]
    [InlineData("workflow_run", "completed", "workflow_run.id", "always, filled")]
    [InlineData("release", "published", "release.tag_name", "always, filled")]
    [InlineData("merge_group", "checks_requested", "merge_group.head_sha", "always, filled")]
    [InlineData("deployment", "", "deployment.sha", "always, filled")]
    [InlineData("discussion", "created", "discussion.number", "always, filled")]
    [InlineData("image_version", "created", "anything", "can't say")]
    [InlineData("workflow_call", "", "issue.number", "can't say")]
    [InlineData("issues", "converted_to_cheese", "issue.number", "can't say")]
    public void A_field_is_there_always_sometimes_or_never(string name, string activity, string path, string expected)
    {
        string[] activities = activity.Length == 0 ? [] : [activity];
        Words(PayloadCatalogue.Find(name, activities, path.Split('.'))).ShouldBe(expected);
    }

    [Fact]
    public void Every_event_and_activity_has_its_fields_but_for_two()
    {
        string[] unknown =
        [
            .. KnownEvent
                .All.Where(known =>
                    known
                        .Types.Append("")
                        .Any(activity =>
                            PayloadCatalogue.Find(
                                known.Name,
                                activity.Length == 0 ? [] : [activity],
                                "repository",
                                "full_name"
                            )
                                is not FieldPresence.Always
                        )
                )
                .Select(known => known.Name),
        ];
        unknown.ShouldBe(["image_version", "pull_request_comment", "workflow_call"]);
    }

    [Fact]
    public void The_whole_table_can_be_read()
    {
        var seen = new HashSet<PayloadShape>(ReferenceEqualityComparer.Instance);
        foreach (var name in PayloadCatalogue.Events)
        {
            foreach (var activity in PayloadCatalogue.Activities(name).Append(""))
            {
                if (PayloadCatalogue.Shape(name, activity) is { } shape)
                    Walk(new PayloadType.Object(shape), seen);
            }
        }

        seen.Count.ShouldBeGreaterThan(200);
    }

    private static void Walk(PayloadType type, HashSet<PayloadShape> seen)
    {
        var shape = type switch
        {
            PayloadType.Object item => item.Shape,
            PayloadType.Anything { Shape: { } some } => some,
            _ => null,
        };
        if (type is PayloadType.List list)
            Walk(list.Item, seen);
        if (shape is null || !seen.Add(shape))
            return;
        foreach (var field in shape.Fields)
            Walk(field.Type, seen);
    }

    private static string Words(FieldPresence presence) =>
        presence switch
        {
            FieldPresence.Always { Type: PayloadType.List } => "sometimes",
            FieldPresence.Always always => always.Type.IsFilled ? "always, filled" : "always",
            FieldPresence.Sometimes => "sometimes",
            FieldPresence.Never => "never",
            FieldPresence.CantSay can => can.Why.Length > 0 ? "can't say" : "",
            _ => throw new InvalidOperationException(),
        };
}
