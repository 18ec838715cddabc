using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Meetings;
using static Baton.Tests.Workflows.Meetings.Sets;

namespace Baton.Tests.Workflows.Meetings;

/// <summary>Who excludes whom: worked out by hand.</summary>
public sealed class GroupMeetingTests
{
    private const string Schedule = "{schedule: [{cron: '7 1 * * *'}]}";
    private const string Opened = "{issues: {types: [opened]}}";
    private const string Comment = "{issue_comment: {types: [created]}}";
    private const string Pull = "{pull_request: {types: [synchronize]}}";
    private const string Dispatch = "{workflow_dispatch: {inputs: {issue: {type: string}}}}";

    [Theory]
    [InlineData("push", "deploy", Schedule, "deploy", "always: deploy")]
    [InlineData(
        "push",
        "Deploy",
        Schedule,
        "deploy",
        "by accident: the names differ only in capital letters, which GitHub doesn't see"
    )]
    [InlineData(
        "push",
        "a-${{ github.ref }}",
        Schedule,
        "b-${{ github.ref }}",
        "never: a-{github.ref} is not b-refs/heads/{repository.default_branch}"
    )]
    [InlineData(
        "push",
        "x-${{ github.ref }}",
        Schedule,
        "x-${{ github.ref }}",
        "with the same github.ref, where it is the default branch"
    )]
    [InlineData(
        "push",
        "x-${{ github.ref }}",
        Pull,
        "x-${{ github.ref }}",
        "never: x-{github.ref} is not x-refs/pull/{pull_request.number}/merge"
    )]
    [InlineData(
        Opened,
        "x-${{ github.event.issue.number || 'scheduled' }}",
        Schedule,
        "x-${{ github.event.issue.number || 'scheduled' }}",
        "never: x-{issue.number} is not x-scheduled"
    )]
    [InlineData(
        Opened,
        "x-${{ github.event.issue.number }}",
        Comment,
        "x-${{ github.event.issue.number }}",
        "with the same issue.number"
    )]
    [InlineData(
        Comment,
        "x-${{ github.event.issue.number }}",
        Pull,
        "x-${{ github.event.pull_request.number }}",
        "with the same issue.number as pull_request.number"
    )]
    [InlineData(
        "push",
        "x-${{ github.run_id }}",
        "push",
        "x-${{ github.run_id }}",
        "never: each run has a group of its own, x-{github.run_id}"
    )]
    [InlineData(
        Dispatch,
        "x-${{ inputs.issue }}",
        Opened,
        "x-${{ github.event.issue.number }}",
        "can't say: x-{inputs.issue} and x-{issue.number} can be one, and nothing says when"
    )]
    [InlineData(Dispatch, "x-${{ inputs.issue }}", Dispatch, "x-${{ inputs.issue }}", "with the same inputs.issue")]
    [InlineData("push", "x-${{ vars.A }}", "push", "x", "can't say: the variables of the repository are not known")]
    [InlineData(
        "push",
        "${{ github.ref }}",
        "push",
        "${{ github.ref }}",
        "by accident: neither name says of which workflow it is"
    )]
    [InlineData(
        "push",
        "${{ github.workflow }}-${{ github.ref }}",
        "push",
        "${{ github.workflow }}-${{ github.ref }}",
        "by accident: both workflows are called \"CI\""
    )]
    public void Two_runs_meet_as_worked_out_by_hand(
        string on,
        string group,
        string otherOn,
        string other,
        string expected
    )
    {
        var starts = Of(Plain(on, group), Plain(otherOn, other)).Starts;
        GroupMeeting.Of(starts[0], starts[1]).ToString().ShouldBe(expected);
    }

    [Fact]
    public void A_run_without_a_group_meets_nobody()
    {
        var starts = Of(Plain("push", "x"), "on: push\njobs: {a: {runs-on: x, steps: [{run: echo}]}}").Starts;
        GroupMeeting.Of(starts[0], starts[1]).ShouldBeOfType<Meeting.Never>();
    }

    [Fact]
    public void Opening_an_issue_with_two_labels_leaves_the_last_run()
    {
        var set = Of(
            Plain(
                "{issues: {types: [opened, edited, labeled]}}",
                "octobeats-issue-${{ github.event.issue.number }}",
                "cancel-in-progress: true"
            )
        );
        var runs = FanOut.Of(set, DeedCatalogue.Find("open-issue")!);
        runs.Select(run => $"{run.Start.Occasion} {run.Fate}")
            .ShouldBe(["issues opened Cancelled", "issues labeled Cancelled", "issues labeled Runs"]);
    }

    [Fact]
    public void Without_cancelling_the_middle_one_never_runs()
    {
        var set = Of(Plain("{issues: {types: [opened, labeled]}}", "x-${{ github.event.issue.number }}"));
        var runs = FanOut.Of(set, DeedCatalogue.Find("open-issue")!);
        runs.Select(run => run.Fate).ShouldBe([Fate.Runs, Fate.Displaced, Fate.Waits]);
        set = Of(Plain("{issues: {types: [opened, labeled]}}", "x-${{ github.event.issue.number }}", "queue: max"));
        FanOut
            .Of(set, DeedCatalogue.Find("open-issue")!)
            .Select(run => run.Fate)
            .ShouldBe([Fate.Runs, Fate.Waits, Fate.Waits]);
    }

    [Theory]
    [InlineData("push", true)]
    [InlineData("{push: {branches: ['**']}}", true)]
    [InlineData("{push: {branches: [main]}}", false)]
    [InlineData("{push: {tags: ['v*']}}", false)]
    [InlineData("{push: {branches-ignore: [main]}}", true)]
    public void A_push_to_a_topic_branch_starts_what_lets_it_through(string on, bool starts) =>
        (FanOut.Of(Of(Plain(on, "x")), DeedCatalogue.Find("push-to-pull-request")!).Count > 0).ShouldBe(starts);

    [Theory]
    [InlineData("github.event.label.name == 'x'", "{label.name} is not 'x'")]
    [InlineData("github.event_name == 'push'", "always")]
    [InlineData("github.event.action == 'labeled'", null)]
    public void A_run_that_does_nothing_is_known(string condition, string? when)
    {
        var set = Of(
            $"on: {{issues: {{types: [labeled]}}}}\njobs: {{a: {{runs-on: x, if: \"{condition}\", steps: [{{run: echo}}]}}}}"
        );
        set.Starts[0].Forecast.Idle().ShouldBe(when);
    }
}
