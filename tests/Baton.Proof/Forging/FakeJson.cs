using System.Globalization;
using System.Text.Json.Nodes;

namespace Baton.Proof.Forging;

/// <summary>What a made-up forge has, in the shape that the real one gives it.</summary>
internal static class FakeJson
{
    private const string Server = "https://github.example";

    public static JsonObject Issue(string repository, FakeIssue issue) =>
        new()
        {
            ["number"] = issue.Number,
            ["html_url"] = $"{Server}/{repository}/issues/{issue.Number}",
            ["state"] = "open",
            ["title"] = $"Issue {issue.Number}",
            ["labels"] = Labels(issue),
            ["assignees"] = new JsonArray([.. issue.Assignees.Select(Person)]),
        };

    public static JsonArray Labels(FakeIssue issue) =>
        new([.. issue.Labels.Select(label => new JsonObject { ["name"] = label, ["color"] = "d73a4a" })]);

    public static JsonObject Comment(string repository, long issue, FakeComment comment) =>
        new()
        {
            ["id"] = comment.Id,
            ["html_url"] = $"{Server}/{repository}/issues/{issue}#issuecomment-{comment.Id}",
            ["body"] = comment.Body,
            ["user"] = Person(comment.Author),
        };

    public static JsonObject PullRequest(string repository, FakePullRequest one) =>
        new()
        {
            ["number"] = one.Number,
            ["html_url"] = $"{Server}/{repository}/pull/{one.Number}",
            ["state"] = one.IsOpen ? "open" : "closed",
            ["merged_at"] = one.IsMerged ? "2026-01-01T00:00:00Z" : null,
            ["head"] = new JsonObject { ["ref"] = one.Head },
        };

    public static JsonObject Run(string repository, FakeRun run) =>
        new()
        {
            ["id"] = run.Id,
            ["run_attempt"] = run.Attempt,
            ["status"] = run.Conclusion is null ? "in_progress" : "completed",
            ["conclusion"] = run.Conclusion,
            ["html_url"] = $"{Server}/{repository}/actions/runs/{run.Id}",
            ["updated_at"] = Moment(run.At).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };

    public static JsonObject Linked(string repository, IEnumerable<FakePullRequest> found) =>
        Data(
            new JsonObject
            {
                ["closedByPullRequestsReferences"] = new JsonObject
                {
                    ["nodes"] = new JsonArray([
                        .. found.Select(one => new JsonObject
                        {
                            ["number"] = one.Number,
                            ["url"] = $"{Server}/{repository}/pull/{one.Number}",
                            ["state"] =
                                one.IsMerged ? "MERGED"
                                : one.IsOpen ? "OPEN"
                                : "CLOSED",
                        }),
                    ]),
                    ["pageInfo"] = new JsonObject { ["hasNextPage"] = false, ["endCursor"] = null },
                },
            }
        );

    /// <summary>A moment of the world's as the forge's clock has it.</summary>
    public static DateTimeOffset Moment(TimeSpan at) =>
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).Add(at < TimeSpan.Zero ? TimeSpan.Zero : at);

    private static JsonObject Data(JsonObject issue) =>
        new() { ["data"] = new JsonObject { ["repository"] = new JsonObject { ["issue"] = issue } } };

    private static JsonObject Person(string login) => new() { ["login"] = login, ["type"] = "User" };
}
