using Baton.Tests.Workflows.Meetings;
using Baton.Workflows.Events.Deeds;
using Baton.Workflows.Meetings;
using Baton.Workflows.Rules;

namespace Baton.Tests.Workflows.Rules;

/// <summary>Workflows that were published as solutions, and what is wrong with them.</summary>
public sealed class PapersTests
{
    private const string Assigning = """
        name: Copilot
        on:
          issues: {types: [opened]}
          schedule: [{cron: '7 1 * * *'}]
          workflow_dispatch: {inputs: {issue_number: {type: string}}}
        concurrency:
          group: GROUP
        jobs:
          assign:
            runs-on: ubuntu-latest
            steps:
              - run: gh issue edit "$N" --add-label copilot-assigned --add-assignee copilot
        """;

    private const string Music = """
        name: Music
        on:
          issues: {types: [opened, edited, labeled]}
          issue_comment: {types: [created]}
        concurrency:
          group: octobeats-issue-${{ github.event.issue.number }}
          cancel-in-progress: true
        jobs:
          make:
            runs-on: ubuntu-latest
            steps: [{run: make}]
        """;

    [Theory]
    [InlineData("copilot-assignment-${{ github.event.issue.number }}", "\"copilot-assignment-\"")]
    [InlineData(
        "copilot-assignment-${{ github.event.issue.number || 'scheduled' }}",
        "\"copilot-assignment-scheduled\""
    )]
    public void Schedule_and_dispatch_never_exclude_the_issue(string group, string name)
    {
        var set = Sets.Of(Assigning.Replace("GROUP", group, StringComparison.Ordinal));
        var found = Linter.Lint(set, new LintChoice { Rules = ["groups-apart"] }).ShouldHaveSingleItem().Finding;
        found.Message.ShouldBe(
            $"on issues opened the group is \"copilot-assignment-{{issue.number}}\", on schedule it is {name} and workflow_dispatch it is {name}: they never exclude each other, though the same job writes to the same items"
        );
        found.Hint!.ShouldContain("inputs.issue_number");
    }

    [Fact]
    public void The_mend_that_is_proposed_excludes_them_all()
    {
        var set = Sets.Of(Assigning.Replace("GROUP", "copilot-assignment\n  queue: max", StringComparison.Ordinal));
        Linter.Lint(set, new LintChoice()).ShouldBeEmpty();
        set.Starts.ShouldAllBe(one => set.Starts.All(other => GroupMeeting.Of(one, other) is Meeting.Always));
    }

    [Fact]
    public void An_issue_with_two_labels_starts_three_runs_and_a_comment_kills_the_last()
    {
        var set = Sets.Of(Music);
        FanOut
            .Of(set, DeedCatalogue.Find("open-issue")!)
            .Select(run => run.Fate)
            .ShouldBe([Fate.Cancelled, Fate.Cancelled, Fate.Runs]);
        Linter
            .Lint(set, new LintChoice { Rules = ["comment-cancels"] })
            .ShouldHaveSingleItem()
            .Finding.Message.ShouldStartWith(
                "a comment on the item (issue_comment created) cancels the run that issues opened started"
            );
    }

    [Fact]
    public void A_group_for_each_workflow_keeps_no_two_of_them_apart()
    {
        var found = Linter.Lint(
            Sets.Of(Writer("cv-enhancement"), Writer("continuous-enhancement"), Writer("activity-tracker")),
            new LintChoice()
        );
        found.Select(one => one.Id).ShouldBe(["unshared-branch", "unshared-branch"]);
        found[1].Finding.Message.ShouldContain(".github/workflows/a.yml and .github/workflows/b.yml");
    }

    [Fact]
    public void Sessions_in_the_checkout_are_found()
    {
        var found = Linter.Lint(
            Sets.Of(
                """
                name: QA
                on:
                  push:
                  pull_request:
                jobs:
                  qa:
                    runs-on: ubuntu-latest
                    strategy: {fail-fast: true, max-parallel: 1}
                    steps:
                      - uses: actions/checkout@v4
                      - id: session_check
                        run: |
                          python .github/scripts/session_deduplicator.py check "$GITHUB_EVENT_NAME" qa "$GITHUB_SHA"
                      - if: steps.session_check.outputs.skip_execution == 'true'
                        run: |
                          echo "NO FURTHER STEPS WILL EXECUTE"
                          exit 0
                      - run: make
                """
            ),
            new LintChoice()
        );
        found
            .Select(one => one.Id)
            .ShouldBe(["duplicate-start", "strategy-without-matrix", "lock-in-checkout", "exit-is-no-stop"]);
    }

    private static string Writer(string name) =>
        $$$"""
            name: {{{name}}}
            on: {schedule: [{cron: '7 1 * * *'}]}
            concurrency:
              group: {{{name}}}-${{ github.ref }}
            jobs:
              write:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                  - run: |
                      git commit -am update
                      git push
            """;
}
