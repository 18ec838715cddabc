using Baton.Tests.Workflows.Expressions;
using Baton.Workflows.Events;
using Baton.Workflows.Events.Contexts;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Tests.Workflows.Events;

public sealed class GitHubContextTests
{
    private const string Repository = """
        "sender": {"login": "ada", "id": 7}, "repository": {"full_name": "acme/shop", "id": 1, "default_branch": "trunk",
        "html_url": "https://github.com/acme/shop", "git_url": "git://github.com/acme/shop.git", "owner": {"login": "acme", "id": 2}}
        """;

    private const string Pull = """
        "pull_request": {"number": 5, "merged": false, "merge_commit_sha": "m1", "head": {"ref": "topic", "sha": "h1"}, "base": {"ref": "main"}}
        """;

    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [InlineData(
        "push",
        """{"ref": "refs/heads/a/b", "after": "s1"}""",
        "ref=refs/heads/a/b ref_name=a/b ref_type=branch sha=s1 head_ref= base_ref="
    )]
    [InlineData(
        "push",
        """{"ref": "refs/tags/v1", "after": "s1"}""",
        "ref=refs/tags/v1 ref_name=v1 ref_type=tag sha=s1 head_ref= base_ref="
    )]
    [InlineData(
        "push",
        """{"ref": "refs/heads/a", "after": "0", "deleted": true}""",
        "ref=refs/heads/trunk ref_name=trunk ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData(
        "create",
        """{"ref": "v1", "ref_type": "tag"}""",
        "ref=refs/tags/v1 ref_name=v1 ref_type=tag sha=? head_ref= base_ref="
    )]
    [InlineData(
        "delete",
        """{"ref": "v1", "ref_type": "tag"}""",
        "ref=refs/heads/trunk ref_name=trunk ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData(
        "issues",
        """{"action": "opened"}""",
        "ref=refs/heads/trunk ref_name=trunk ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData(
        "schedule",
        """{"schedule": "0 0 * * *"}""",
        "ref=refs/heads/trunk ref_name=trunk ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData(
        "pull_request",
        "{" + Pull + "}",
        "ref=refs/pull/5/merge ref_name=5/merge ref_type=branch sha=? head_ref=topic base_ref=main"
    )]
    [InlineData(
        "pull_request_target",
        "{" + Pull + "}",
        "ref=refs/heads/trunk ref_name=trunk ref_type=branch sha=? head_ref=topic base_ref=main"
    )]
    [InlineData(
        "pull_request_review",
        "{" + Pull + "}",
        "ref=refs/pull/5/merge ref_name=5/merge ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData(
        "pull_request",
        """{"pull_request": {"number": 5, "merged": true, "merge_commit_sha": "m1", "head": {"ref": "topic"}, "base": {"ref": "main"}}}""",
        "ref=refs/heads/main ref_name=main ref_type=branch sha=m1 head_ref=topic base_ref=main"
    )]
    [InlineData(
        "deployment",
        """{"deployment": {"ref": "s1", "sha": "s1"}}""",
        "ref= ref_name= ref_type= sha=s1 head_ref= base_ref="
    )]
    [InlineData(
        "deployment",
        """{"deployment": {"ref": "main", "sha": "s1"}}""",
        "ref=? ref_name=? ref_type=? sha=s1 head_ref= base_ref="
    )]
    [InlineData(
        "release",
        """{"release": {"tag_name": "v1"}}""",
        "ref=refs/tags/v1 ref_name=v1 ref_type=tag sha=? head_ref= base_ref="
    )]
    [InlineData(
        "merge_group",
        """{"merge_group": {"head_ref": "refs/heads/gh-readonly-queue/main/pr-1-x", "head_sha": "s1"}}""",
        "ref=refs/heads/gh-readonly-queue/main/pr-1-x ref_name=gh-readonly-queue/main/pr-1-x ref_type=branch sha=s1 head_ref= base_ref="
    )]
    [InlineData(
        "workflow_dispatch",
        """{"ref": "refs/heads/dev"}""",
        "ref=refs/heads/dev ref_name=dev ref_type=branch sha=? head_ref= base_ref="
    )]
    [InlineData("workflow_call", "{}", "ref=? ref_name=? ref_type=? sha=? head_ref=? base_ref=?")]
    public void An_event_tells_the_ref_and_the_commit(string name, string payload, string expected)
    {
        var context = Context(name, payload);
        string[] names = ["ref", "ref_name", "ref_type", "sha", "head_ref", "base_ref"];
        string.Join(' ', names.Select(field => $"{field}={Shown(context, field)}")).ShouldBe(expected);
    }

    [Fact]
    public void An_event_tells_the_repository_and_who_did_it()
    {
        var context = Context("issues", "{}");
        string[] names =
        [
            "repository",
            "repository_owner",
            "actor",
            "triggering_actor",
            "actor_id",
            "api_url",
            "event_name",
        ];
        string.Join(' ', names.Select(field => Shown(context, field)))
            .ShouldBe("acme/shop acme ada ada 7 https://api.github.com issues");
        Context("schedule", "{}").Unknown["actor"].ShouldContain("last changed it");
    }

    [Fact]
    public void What_an_event_does_not_tell_is_named_and_not_null()
    {
        var context = Context("push", "{}");
        context.Unknown.Keys.ShouldBeSubsetOf(context.Unknown.Keys.Except(context.Properties.Select(pair => pair.Key)));
        foreach (var name in new[] { "run_id", "run_number", "run_attempt", "workflow", "token", "sha" })
            context.Unknown[name].ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_given_wins()
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["ref"] = "refs/heads/x",
            ["sha"] = "s",
            ["run_id"] = "3",
        };
        var context = GitHubContext.Of(Instance("issues", "{}"), given);
        Shown(context, "ref_name").ShouldBe("x");
        Shown(context, "sha").ShouldBe("s");
        context.Unknown.ContainsKey("run_id").ShouldBeFalse();
    }

    [Fact]
    public void A_push_has_no_lists_of_files_in_its_commits()
    {
        var context = Context(
            "push",
            """{"commits": [{"id": "a", "added": ["x"]}], "head_commit": {"id": "a", "modified": []}}"""
        );
        Sample
            .Show(
                Sample
                    .Evaluate(
                        "github.event.commits[0]",
                        new Properties([new("github", new Value.Object(context.Properties))])
                    )
                    .Value!
            )
            .ShouldNotContain("added");
    }

    [Fact]
    public void Every_event_has_a_context()
    {
        foreach (var known in KnownEvent.All)
        {
            var context = Context(known.Name, "{}");
            foreach (var name in new[] { "ref", "sha", "actor", "repository", "head_ref", "run_id" })
                (context.Properties.Find(name) is not null ^ context.Unknown.ContainsKey(name)).ShouldBeTrue(
                    $"{known.Name}: {name}"
                );
        }
    }

    private static string Shown(GitHubContext context, string name) =>
        context.Properties.Find(name) is Value.Text text ? text.Content
        : context.Unknown.ContainsKey(name) ? "?"
        : "missing";

    private static GitHubContext Context(string name, string payload) =>
        GitHubContext.Of(Instance(name, payload), Nothing);

    private static EventInstance Instance(string name, string payload)
    {
        var inner = payload.Trim()[1..^1];
        var whole = "{" + Repository + (inner.Trim().Length > 0 ? ", " + inner : "") + "}";
        return new EventInstance(name, (Value.Object)Sample.Value(whole));
    }
}
