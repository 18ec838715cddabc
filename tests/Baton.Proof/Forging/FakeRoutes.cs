using System.Globalization;
using System.Text.Json.Nodes;

namespace Baton.Proof.Forging;

/// <summary>What a made-up forge does when it is called: reads tell what it lags behind, writes change what is.</summary>
internal sealed class FakeRoutes(FakeRepository repository, string root)
{
    /// <summary>Answers a call; <paramref name="path"/> is its path within the repository.</summary>
    public FakeAnswer Answer(FakeCall call, string path) =>
        (call.Method, path.Split('/')) switch
        {
            ("GET", ["git", "ref", "heads", .. var branch]) => Branch(string.Join('/', branch)),
            ("GET", ["git", "matching-refs", ..]) => new(200, new JsonArray()),
            ("GET", ["pulls"]) => PullRequests(call),
            ("GET", ["issues", var issue]) => Issue(issue, found => new(200, FakeJson.Issue(repository.Name, found))),
            ("GET", ["issues", var issue, "comments"]) => Issue(issue, found => Comments(call, found)),
            ("GET", ["actions", "runs", var run, "attempts", var attempt]) => Run(run, attempt),
            ("POST", ["issues", var issue, "labels"]) => AddLabels(call, Number(issue)),
            ("POST", ["issues", var issue, "assignees"]) => Assign(call, Number(issue)),
            ("POST", ["issues", var issue, "comments"]) => Comment(call, Number(issue)),
            ("PATCH", ["issues", "comments", var comment]) => Edit(call, Number(comment)),
            ("POST", ["actions", "runs", var run, "cancel"]) => Cancel(Number(run)),
            ("POST", ["pulls"]) => OpenPullRequest(call),
            ("POST", ["git", "refs"]) => Push(call),
            _ => FakeAnswer.Saying(404, "Not Found"),
        };

    /// <summary>The pull requests that close an issue.</summary>
    public FakeAnswer Linked(long issue) =>
        new(200, FakeJson.Linked(repository.Name, repository.Seen().PullRequests.Where(one => one.Closes == issue)));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(FakeCall call, string name) => call.Body![name]!.GetValue<string>();

    private FakeAnswer Branch(string name) =>
        repository.Seen().Branches.TryGetValue(Uri.UnescapeDataString(name), out var sha)
            ? new(
                200,
                new JsonObject
                {
                    ["ref"] = $"refs/heads/{name}",
                    ["object"] = new JsonObject { ["sha"] = sha, ["type"] = "commit" },
                }
            )
            : FakeAnswer.Saying(404, "Not Found");

    private FakeAnswer PullRequests(FakeCall call)
    {
        var head = call.Asked("head")?.Split(':', 2)[^1];
        return Page(
            call,
            repository
                .Seen()
                .PullRequests.Where(one => head is null || one.Head == head)
                .Select(one => (JsonNode)FakeJson.PullRequest(repository.Name, one))
        );
    }

    private FakeAnswer Issue(string number, Func<FakeIssue, FakeAnswer> answer) =>
        repository.Seen().Issues.TryGetValue(Number(number), out var found)
            ? answer(found)
            : FakeAnswer.Saying(404, "Not Found");

    private FakeAnswer Comments(FakeCall call, FakeIssue issue) =>
        Page(call, issue.Comments.Select(one => (JsonNode)FakeJson.Comment(repository.Name, issue.Number, one)));

    private FakeAnswer Page(FakeCall call, IEnumerable<JsonNode> all)
    {
        var size = Math.Min(
            repository.PageSize,
            int.Parse(call.Asked("per_page") ?? "30", CultureInfo.InvariantCulture)
        );
        var page = int.Parse(call.Asked("page") ?? "1", CultureInfo.InvariantCulture);
        var items = all.ToList();
        var rest = string.Join(
            '&',
            call.Query.Split('&').Where(pair => !pair.StartsWith("page=", StringComparison.Ordinal))
        );
        return new(200, new JsonArray([.. items.Skip((page - 1) * size).Take(size)]))
        {
            Headers =
                page * size < items.Count
                    ?
                    [
                        (
                            "Link",
                            $"<{root}{call.Path}?{rest}&page=1>; rel=\"first\", <{root}{call.Path}?{rest}&page={page + 1}>; rel=\"next\""
                        ),
                    ]
                    : [],
        };
    }

    private FakeAnswer Run(string id, string attempt)
    {
        var run = repository.Seen().Runs.Find(one => one.Id == Number(id) && one.Attempt == Number(attempt));
        return run is null ? FakeAnswer.Saying(404, "Not Found") : new(200, FakeJson.Run(repository.Name, run));
    }

    private FakeAnswer AddLabels(FakeCall call, long number)
    {
        foreach (var label in call.Body!["labels"]!.AsArray().Select(node => node!.GetValue<string>()))
            if (!repository.Now.Issues[number].Labels.Contains(label, StringComparer.OrdinalIgnoreCase))
                repository.Do(
                    $"label {label} on {number}",
                    state => state.With(state.Issues[number] with { Labels = [.. state.Issues[number].Labels, label] })
                );
        return new(200, FakeJson.Labels(repository.Now.Issues[number]));
    }

    private FakeAnswer Assign(FakeCall call, long number)
    {
        foreach (var login in call.Body!["assignees"]!.AsArray().Select(node => node!.GetValue<string>()))
            if (
                login != "nobody-here"
                && !repository.Now.Issues[number].Assignees.Contains(login, StringComparer.OrdinalIgnoreCase)
            )
                repository.Do(
                    $"assignee {login} on {number}",
                    state =>
                        state.With(state.Issues[number] with { Assignees = [.. state.Issues[number].Assignees, login] })
                );
        return new(201, FakeJson.Issue(repository.Name, repository.Now.Issues[number]));
    }

    private FakeAnswer Comment(FakeCall call, long number)
    {
        var comment = new FakeComment(repository.NextId(), "github-actions[bot]", Text(call, "body"));
        repository.Do(
            $"comment on {number}",
            state => state.With(state.Issues[number] with { Comments = [.. state.Issues[number].Comments, comment] })
        );
        return new(201, FakeJson.Comment(repository.Name, number, comment));
    }

    private FakeAnswer Edit(FakeCall call, long id)
    {
        var issue = repository.Now.Issues.Values.FirstOrDefault(one => one.Comments.Any(comment => comment.Id == id));
        if (issue is null)
            return FakeAnswer.Saying(404, "Not Found");
        var edited = issue.Comments.Single(comment => comment.Id == id) with { Body = Text(call, "body") };
        repository.Do(
            $"edit of comment {id}",
            state =>
                state.With(
                    state.Issues[issue.Number] with
                    {
                        Comments = [.. state.Issues[issue.Number].Comments.Select(one => one.Id == id ? edited : one)],
                    }
                )
        );
        return new(200, FakeJson.Comment(repository.Name, issue.Number, edited));
    }

    private FakeAnswer Cancel(long id)
    {
        if (repository.Now.Runs.FindLast(run => run.Id == id) is not { Conclusion: null } run)
            return FakeAnswer.Saying(409, "Cannot cancel a workflow run that is completed");
        repository.SetRun(id, run.Attempt, "cancelled");
        return new(202, new JsonObject());
    }

    private FakeAnswer OpenPullRequest(FakeCall call)
    {
        var head = Text(call, "head");
        if (repository.Now.PullRequests.Exists(one => one.Head == head && one.IsOpen))
            return FakeAnswer.Saying(422, $"A pull request already exists for {head}.");
        var number = repository.OpenPullRequest(head, call.Body!["closes"]?.GetValue<long>());
        return new(
            201,
            FakeJson.PullRequest(repository.Name, repository.Now.PullRequests.Find(one => one.Number == number)!)
        );
    }

    private FakeAnswer Push(FakeCall call)
    {
        var name = Text(call, "ref")["refs/heads/".Length..];
        if (repository.Now.Branches.ContainsKey(name))
            return FakeAnswer.Saying(422, "Reference already exists");
        repository.Push(name);
        return new(201, new JsonObject { ["ref"] = Text(call, "ref") });
    }
}
