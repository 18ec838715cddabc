using System.Text.Json.Serialization;

namespace Baton.Runtime.Forge.Wire;

// Of each answer only what is used. The names are the service's, which writes them with underscores.

internal sealed record RefAnswer(string Ref, [property: JsonPropertyName("object")] TargetAnswer Target);

internal sealed record TargetAnswer(string Sha);

internal sealed record PullRequestAnswer(long Number, string HtmlUrl, string State, DateTimeOffset? MergedAt);

internal sealed record IssueAnswer(
    long Number,
    string HtmlUrl,
    string State,
    IReadOnlyList<LabelAnswer>? Labels,
    IReadOnlyList<PersonAnswer>? Assignees
);

internal sealed record LabelAnswer(string? Name);

internal sealed record PersonAnswer(string Login);

internal sealed record CommentAnswer(long Id, string HtmlUrl, string? Body, PersonAnswer? User);

internal sealed record RunAnswer(
    long Id,
    int? RunAttempt,
    string? Status,
    string? Conclusion,
    string? HtmlUrl,
    DateTimeOffset? UpdatedAt
);

internal sealed record LinkedAnswer(LinkedData? Data, IReadOnlyList<LinkedError>? Errors);

internal sealed record LinkedError(string? Type, string? Message);

internal sealed record LinkedData(LinkedRepository? Repository);

internal sealed record LinkedRepository(LinkedIssue? Issue);

internal sealed record LinkedIssue(
    [property: JsonPropertyName("closedByPullRequestsReferences")] LinkedPullRequests? PullRequests
);

internal sealed record LinkedPullRequests(
    IReadOnlyList<LinkedPullRequest> Nodes,
    [property: JsonPropertyName("pageInfo")] LinkedPage? Page
);

internal sealed record LinkedPage(
    [property: JsonPropertyName("hasNextPage")] bool HasNext,
    [property: JsonPropertyName("endCursor")] string? End
);

internal sealed record LinkedPullRequest(long Number, string Url, string State);
