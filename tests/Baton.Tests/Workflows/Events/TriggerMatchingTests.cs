using System.Text;
using Baton.Tests.Workflows.Expressions;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Filters;
using Baton.Workflows.Events.Matching;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;

namespace Baton.Tests.Workflows.Events;

public sealed class TriggerMatchingTests
{
    private const string Main = """{"ref": "refs/heads/main", "commits": []}""";
    private const string Tag = """{"ref": "refs/tags/v1.2"}""";

    [Theory]
    // Activities.
    [InlineData("issues", "issues", """{"action": "opened"}""", "yes")]
    [InlineData("[push, issues]", "issues", """{"action": "opened"}""", "yes")]
    [InlineData("push", "issues", """{"action": "opened"}""", "no: it doesn't start on issues")]
    [InlineData("{issues: {types: [labeled]}}", "issues", """{"action": "opened"}""", "no: types has no opened")]
    [InlineData("{issues: {types: [labeled]}}", "issues", """{"action": "labeled"}""", "yes")]
    [InlineData("issues", "issues", """{}""", "can't say: the payload has no action")]
    [InlineData(
        "pull_request",
        "pull_request",
        """{"action": "labeled"}""",
        "no: without types it takes opened, synchronize, reopened, not labeled"
    )]
    [InlineData("pull_request", "pull_request", """{"action": "synchronize"}""", "yes")]
    [InlineData("issues", "issues", """{"action": "baked"}""", "no: GitHub starts nothing on issues, baked")]
    [InlineData("repository_dispatch", "repository_dispatch", """{"action": "x"}""", "yes")]
    [InlineData(
        "{repository_dispatch: {types: [x]}}",
        "repository_dispatch",
        """{"action": "y"}""",
        "no: types has no y"
    )]
    [InlineData(
        "{repository_dispatch: {types: ['x*']}}",
        "repository_dispatch",
        """{"action": "xy"}""",
        "can't say: GitHub doesn't say whether \"x*\" of types is a pattern"
    )]
    [InlineData("deployment", "deployment", """{"action": "created"}""", "yes")]
    // Branches and tags of a push.
    [InlineData("push", "push", Main, "yes")]
    [InlineData("push", "push", Tag, "yes")]
    [InlineData("{push: {branches: [main]}}", "push", Main, "yes")]
    [InlineData("{push: {branches: [dev]}}", "push", Main, "no: branches leaves out \"main\"")]
    [InlineData("{push: {branches: ['**', '!main']}}", "push", Main, "no: branches leaves out \"main\"")]
    [InlineData("{push: {branches-ignore: [main]}}", "push", Main, "no: branches-ignore leaves out \"main\"")]
    [InlineData("{push: {branches: [main]}}", "push", Tag, "no: a trigger with branches alone takes no push of tags")]
    [InlineData("{push: {tags: ['v*']}}", "push", Tag, "yes")]
    [InlineData("{push: {tags: ['v*']}}", "push", Main, "no: a trigger with tags alone takes no push of branches")]
    [InlineData("{push: {tags: ['v*'], branches: [main]}}", "push", Main, "yes")]
    [InlineData("{push: {tags: ['v*'], branches: [main]}}", "push", Tag, "yes")]
    [InlineData(
        "{push: {branches: [main], branches-ignore: [x]}}",
        "push",
        Main,
        "no: GitHub refuses a trigger with both branches and branches-ignore"
    )]
    [InlineData(
        "{push: {branches: ['m[-]']}}",
        "push",
        Main,
        "no: GitHub refuses a pattern of branches, and with it the file"
    )]
    [InlineData("push", "push", "{}", "can't say: the payload has no ref")]
    [InlineData(
        "push",
        "push",
        """{"ref": "refs/notes/commits"}""",
        "no: refs/notes/commits is neither a branch nor a tag"
    )]
    [InlineData(
        "push",
        "push",
        """{"ref": "refs/heads/main", "head_commit": {"message": "x [skip ci]"}}""",
        "no: the last commit says [skip ci]"
    )]
    [InlineData(
        "push",
        "push",
        """{"ref": "refs/heads/main", "head_commit": {"message": "x\n\n\nskip-checks: true\n"}}""",
        "no: the last commit says skip-checks: true"
    )]
    [InlineData(
        "push",
        "push",
        """{"ref": "refs/heads/main", "head_commit": {"message": "x\n\nskip-checks: true\n"}}""",
        "can't say: the last commit says skip-checks, but GitHub's page wants two empty lines before the trailers"
    )]
    [InlineData(
        "push",
        "push",
        """{"ref": "refs/heads/main", "head_commit": {"message": "x\n\n\nSigned-off-by: y\nskip-checks:true"}}""",
        "no: the last commit says skip-checks:true"
    )]
    [InlineData(
        "{push: {branches-ignore: ['!main']}}",
        "push",
        Main,
        "can't say: GitHub doesn't say what '!' means in branches-ignore"
    )]
    // Branches of others.
    [InlineData(
        "{pull_request: {branches: [main]}}",
        "pull_request",
        """{"action": "opened", "pull_request": {"base": {"ref": "main"}}}""",
        "yes"
    )]
    [InlineData(
        "{pull_request: {branches: [main]}}",
        "pull_request",
        """{"action": "opened", "pull_request": {"base": {"ref": "dev"}}}""",
        "no: branches leaves out \"dev\""
    )]
    [InlineData(
        "{pull_request: {branches: [main]}}",
        "pull_request",
        """{"action": "opened"}""",
        "can't say: the payload has no pull_request.base.ref"
    )]
    [InlineData(
        "pull_request",
        "pull_request",
        """{"action": "opened", "pull_request": {"mergeable": false}}""",
        "no: the pull request has a merge conflict"
    )]
    [InlineData(
        "pull_request_target",
        "pull_request_target",
        """{"action": "opened", "pull_request": {"mergeable": false}}""",
        "yes"
    )]
    [InlineData(
        "{merge_group: {branches: [main]}}",
        "merge_group",
        """{"action": "checks_requested", "merge_group": {"base_ref": "refs/heads/main"}}""",
        "yes"
    )]
    [InlineData(
        "{workflow_run: {workflows: [Build], branches: [main]}}",
        "workflow_run",
        """{"action": "completed", "workflow_run": {"name": "Build", "head_branch": "main"}}""",
        "yes"
    )]
    [InlineData(
        "{workflow_run: {workflows: [Build], branches: [main]}}",
        "workflow_run",
        """{"action": "completed", "workflow_run": {"name": "Build", "head_branch": "x"}}""",
        "no: branches leaves out \"x\""
    )]
    [InlineData(
        "{workflow_run: {workflows: ['Build *']}}",
        "workflow_run",
        """{"action": "completed", "workflow_run": {"name": "Build 1"}}""",
        "yes"
    )]
    [InlineData(
        "{workflow_run: {workflows: [Build]}}",
        "workflow_run",
        """{"action": "completed", "workflow_run": {"name": "Test"}}""",
        "no: workflows leaves out \"Test\""
    )]
    // Others.
    [InlineData(
        "{schedule: [{cron: '0 0 * * *'}, {cron: '0 1 * * *'}]}",
        "schedule",
        """{"schedule": "0 1 * * *"}""",
        "yes"
    )]
    [InlineData(
        "{schedule: [{cron: '0 0 * * *'}]}",
        "schedule",
        """{"schedule": "0 1 * * *"}""",
        "no: it has no schedule \"0 1 * * *\""
    )]
    [InlineData("workflow_dispatch", "workflow_dispatch", "{}", "yes")]
    [InlineData(
        "release",
        "release",
        """{"action": "created", "release": {"draft": true}}""",
        "no: the release is a draft"
    )]
    [InlineData(
        "deployment_status",
        "deployment_status",
        """{"action": "created", "deployment_status": {"state": "inactive"}}""",
        "no: the deployment became inactive"
    )]
    [InlineData(
        "check_suite",
        "check_suite",
        """{"action": "completed", "check_suite": {"app": {"slug": "github-actions"}}}""",
        "no: the checks belong to GitHub Actions"
    )]
    [InlineData(
        "check_run",
        "check_run",
        """{"action": "completed", "check_run": {"app": {"slug": "other"}}}""",
        "can't say: GitHub starts nothing where the commit also has checks of GitHub Actions, which the payload doesn't tell"
    )]
    [InlineData(
        "issues",
        "issues",
        """{"action": "opened", "sender": {"login": "github-actions[bot]"}}""",
        "no: a workflow did it with its GITHUB_TOKEN, and issues then starts nothing"
    )]
    [InlineData("workflow_dispatch", "workflow_dispatch", """{"sender": {"login": "github-actions[bot]"}}""", "yes")]
    public void A_trigger_takes_what_it_takes_on_GitHub(string on, string name, string payload, string expected) =>
        Match(on, Instance(name, payload)).ShouldBe(expected);

    [Theory]
    [InlineData("paths: ['**.js']", "src/a.js", "yes")]
    [InlineData("paths: ['**.js']", "src/a.ts,b.js", "yes")]
    [InlineData("paths: ['**.js']", "src/a.ts", "no: paths leaves out all changed files")]
    [InlineData("paths: ['**', '!docs/**']", "docs/a.md", "no: paths leaves out all changed files")]
    [InlineData("paths-ignore: ['docs/**']", "docs/a.md", "no: paths-ignore leaves out all changed files")]
    [InlineData("paths-ignore: ['docs/**']", "docs/a.md,b", "yes")]
    [InlineData("paths: ['**.js']", "", "no: paths leaves out all of no changed files")]
    [InlineData("branches: [dev], paths: ['**.js']", "a.js", "no: branches leaves out \"main\"")]
    public void Paths_are_held_against_the_changed_files(string filters, string changed, string expected)
    {
        var paths = changed.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var instance = Instance("push", Main) with { Changes = new ChangedPaths.Known(paths) };
        Match($"{{push: {{{filters}}}}}", instance).ShouldBe(expected);
    }

    [Fact]
    public void Unknown_changes_can_t_be_told_unless_another_filter_decides()
    {
        Match("{push: {paths: [a]}}", Instance("push", Main))
            .ShouldStartWith("can't say: it depends on the changed files");
        Match("{push: {paths: [a], branches: [dev]}}", Instance("push", Main)).ShouldStartWith("no: ");
        Match("{push: {paths: [a]}}", Instance("push", Tag)).ShouldBe("yes");
    }

    [Fact]
    public void Only_the_first_300_files_count()
    {
        var many = Enumerable.Repeat("x.md", 300).Append("a.js").ToList();
        var instance = Instance("push", Main) with { Changes = new ChangedPaths.Known(many) };
        Match("{push: {paths: ['*.js']}}", instance).ShouldStartWith("no: paths leaves out all of the first 300");
        instance = instance with { Changes = new ChangedPaths.Known([.. many.Skip(1)]) };
        Match("{push: {paths: ['*.js']}}", instance).ShouldBe("yes");
    }

    [Fact]
    public void More_than_1000_commits_start_it_whatever_they_change()
    {
        var commits = string.Join(',', Enumerable.Repeat("{}", 1001));
        var payload = $$"""{"ref": "refs/heads/main", "commits": [{{commits}}]}""";
        Match("{push: {paths: [a]}}", Instance("push", payload)).ShouldBe("yes");
    }

    [Fact]
    public void A_pull_request_by_a_workflow_s_token_waits_for_an_approval()
    {
        var instance = Instance("pull_request", """{"action": "opened", "sender": {"login": "github-actions[bot]"}}""");
        TriggerMatching.Match(Workflow("pull_request"), instance).Why.ShouldEndWith("the run waits for an approval");
    }

    [Fact]
    public void A_foreign_name_stays_on_one_line()
    {
        var match = Match("{push: {branches: [main]}}", Instance("push", """{"ref": "refs/heads/a\n::error::b"}"""));
        match.ShouldNotContain('\n');
    }

    private static EventInstance Instance(string name, string payload) =>
        new(name, (Value.Object)Sample.Value(payload));

    private static string Match(string on, EventInstance instance) =>
        TriggerMatching.Match(Workflow(on), instance) switch
        {
            TriggerMatch.Starts => "yes",
            TriggerMatch.DoesNotStart no => $"no: {no.Why}",
            TriggerMatch.CantSay can => $"can't say: {can.Why}",
            _ => throw new InvalidOperationException(),
        };

    private static Workflow Workflow(string on)
    {
        var text = $"on: {on}\njobs:\n  a:\n    runs-on: x\n    steps: [{{run: x}}]\n";
        return WorkflowReader.Read(Encoding.UTF8.GetBytes(text), "f.yml").Content!;
    }
}
