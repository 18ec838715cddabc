using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Tests.Workflows.Events;

public sealed class DeedCatalogueTests
{
    [Theory]
    [InlineData("open-issue", "issues.opened, issues.labeled PerLabel, issues.assigned PerAssignee, issues.milestoned")]
    [InlineData("label-issue", "issues.labeled PerLabel")]
    [InlineData("comment-on-pull-request", "issue_comment.created")]
    [InlineData(
        "push-to-pull-request",
        "push, pull_request.synchronize PerPullRequest, pull_request_target.synchronize PerPullRequest"
    )]
    [InlineData("push-tag", "create PerTag at most 3, push PerTag at most 3")]
    [InlineData(
        "publish-release",
        "create, push, release.created, release.published, release.released, release.prereleased"
    )]
    [InlineData("draft-release", "")]
    [InlineData(
        "queue-pull-request",
        "pull_request.enqueued, pull_request_target.enqueued, merge_group.checks_requested"
    )]
    public void A_deed_emits_its_events_in_order(string name, string emits) =>
        string.Join(", ", DeedCatalogue.Find(name)!.Emits.Select(Words)).ShouldBe(emits);

    [Fact]
    public void Every_emitted_event_is_one_that_starts_workflows()
    {
        foreach (var emission in DeedCatalogue.All.SelectMany(deed => deed.Emits))
        {
            var known = KnownEvent.Find(emission.Event).ShouldNotBeNull(emission.Event);
            if (emission.Activity is { } activity)
                known.Types.ShouldContain(activity, emission.Event);
            else
                known.Types.ShouldBeEmpty(emission.Event);
        }
    }

    [Fact]
    public void What_is_told_of_a_payload_can_be_in_it()
    {
        foreach (var emission in DeedCatalogue.All.SelectMany(deed => deed.Emits))
        {
            string[] activities = emission.Activity is { } activity ? [activity] : [];
            foreach (var path in emission.Payload.Keys)
                PayloadCatalogue
                    .Find(emission.Event, activities, path.Split('.'))
                    .ShouldNotBeOfType<FieldPresence.Never>($"{emission.Event}.{path}");
        }
    }

    [Fact]
    public void Every_deed_has_a_name_of_its_own_and_says_where_it_is_written()
    {
        DeedCatalogue.All.Select(deed => deed.Name).ShouldBeUnique();
        DeedCatalogue.All.ShouldAllBe(deed =>
            deed.Sources.Count > 0 && deed.Sources.All(source => source.StartsWith("https://"))
        );
    }

    [Fact]
    public void Every_event_that_something_may_emit_is_emitted_by_some_deed()
    {
        var emitted = DeedCatalogue.All.SelectMany(deed => deed.Emits).Select(emission => emission.Event).ToHashSet();
        // Classic projects are gone; the others come from settings, from GitHub itself, or not from a deed at all.
        KnownEvent
            .All.Select(known => known.Name)
            .Where(name => !emitted.Contains(name))
            .ShouldBe([
                "branch_protection_rule",
                "image_version",
                "milestone",
                "page_build",
                "project",
                "project_card",
                "project_column",
                "pull_request_comment",
                "workflow_call",
            ]);
    }

    [Theory]
    [InlineData("push", null, TokenOutcome.StartsNothing)]
    [InlineData("issues", "opened", TokenOutcome.StartsNothing)]
    [InlineData("pull_request", "opened", TokenOutcome.WaitsForApproval)]
    [InlineData("pull_request", "labeled", TokenOutcome.StartsNothing)]
    [InlineData("pull_request_target", "opened", TokenOutcome.StartsNothing)]
    [InlineData("workflow_dispatch", null, TokenOutcome.Starts)]
    [InlineData("repository_dispatch", "x", TokenOutcome.Starts)]
    public void A_workflow_s_own_token_starts_little(string name, string? activity, TokenOutcome outcome) =>
        TokenRule.Of(name, activity).ShouldBe(outcome);

    private static string Words(Emission emission) =>
        emission.Event
        + (emission.Activity is { } activity ? $".{activity}" : "")
        + (emission.Times == HowOften.Once ? "" : $" {emission.Times}")
        + (emission.AtMost is { } most ? $" at most {most}" : "");
}
