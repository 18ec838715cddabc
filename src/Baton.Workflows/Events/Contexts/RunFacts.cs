namespace Baton.Workflows.Events.Contexts;

/// <summary>The texts of the <c>github</c> context that an event tells, or could.</summary>
internal static class RunFacts
{
    private const string Dotcom = "https://github.com";

    public static IEnumerable<(string Name, Fact Fact)> Of(
        EventInstance instance,
        IReadOnlyDictionary<string, string> given
    )
    {
        var fields = instance.Fields;
        var origin = RunRef.Of(instance);
        var whole = given.TryGetValue("ref", out var set) ? new Fact.Known(set) : origin.Ref;
        return
        [
            ("ref", whole),
            ("ref_name", Then(whole, ShortName)),
            ("ref_type", Then(whole, TypeOf)),
            ("sha", origin.Sha),
            .. OfPullRequest(instance),
            .. OfActor(instance),
            .. OfRepository(fields),
            .. OfServer(fields),
        ];
    }

    // Empty for all other events, also for reviews: https://github.com/tj-actions/branch-names/issues/428
    private static IEnumerable<(string, Fact)> OfPullRequest(EventInstance instance)
    {
        var isSet = instance.Name is "pull_request" or "pull_request_target";
        foreach (
            var (name, path) in new[] { ("head_ref", "pull_request.head.ref"), ("base_ref", "pull_request.base.ref") }
        )
            yield return instance.Name == "workflow_call"
                ? (name, new Fact.Unknown("a called workflow has that of the run that calls it"))
                : (name, isSet ? Told(instance.Fields, path) : new Fact.Known(""));
    }

    // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#actor-for-scheduled-workflows
    private static IEnumerable<(string, Fact)> OfActor(EventInstance instance)
    {
        var fields = instance.Fields;
        var why =
            instance.Name == "schedule" ? "the actor of a schedule is who last changed it, or the default branch"
            : instance.Name == "workflow_run" && fields.Text("workflow_run.actor.login") != fields.Text("sender.login")
                ? "the payload names two: who started the first run, and who this one"
            : instance.Name == "workflow_call" ? "a called workflow has that of the run that calls it"
            : null;
        foreach (
            var (name, path) in new[]
            {
                ("actor", "sender.login"),
                ("actor_id", "sender.id"),
                ("triggering_actor", "sender.login"),
            }
        )
            yield return (name, why is null ? Told(fields, path) : new Fact.Unknown(why));
    }

    private static IEnumerable<(string, Fact)> OfRepository(PayloadReader fields) =>
        [
            ("repository", Told(fields, "repository.full_name")),
            ("repository_id", Told(fields, "repository.id")),
            ("repository_owner", Told(fields, "repository.owner.login")),
            ("repository_owner_id", Told(fields, "repository.owner.id")),
            ("repositoryUrl", Told(fields, "repository.git_url")),
        ];

    private static IEnumerable<(string, Fact)> OfServer(PayloadReader fields)
    {
        var page = fields.Text("repository.html_url");
        var name = fields.Text("repository.full_name");
        var server =
            page is not null && name is not null && page.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase)
                ? page[..^(name.Length + 1)]
                : null;
        var isDotcom = string.Equals(server, Dotcom, StringComparison.OrdinalIgnoreCase);
        var why = "the payload has no repository.html_url";
        yield return ("server_url", Fact.Of(server, why));
        yield return (
            "api_url",
            Fact.Of(
                isDotcom ? "https://api.github.com"
                    : server is null ? null
                    : $"{server}/api/v3",
                why
            )
        );
        yield return (
            "graphql_url",
            Fact.Of(
                isDotcom ? "https://api.github.com/graphql"
                    : server is null ? null
                    : $"{server}/api/graphql",
                why
            )
        );
    }

    private static Fact Then(Fact whole, Func<string, string> part) =>
        whole is Fact.Known known ? new Fact.Known(part(known.Text)) : whole;

    private static string ShortName(string whole) =>
        new[] { "refs/heads/", "refs/tags/", "refs/pull/" }.FirstOrDefault(start =>
            whole.StartsWith(start, StringComparison.Ordinal)
        )
            is { } start
            ? whole[start.Length..]
            : whole;

    private static string TypeOf(string whole) =>
        whole.Length == 0 ? ""
        : whole.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag"
        : "branch";

    private static Fact Told(PayloadReader fields, string path) =>
        Fact.Of(fields.Text(path), $"the payload has no {path}");
}
