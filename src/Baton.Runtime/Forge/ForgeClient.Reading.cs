using Baton.Engine.Runs;
using Baton.Runtime.Forge.Wire;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Forge;

public sealed partial class ForgeClient
{
    // https://docs.github.com/en/graphql/reference/objects#issue
    private const string LinkedQuery =
        "query($owner:String!,$name:String!,$number:Int!,$after:String){repository(owner:$owner,name:$name){"
        + "issue(number:$number){closedByPullRequestsReferences(first:100,after:$after,includeClosedPrs:true){"
        + "nodes{number url state}pageInfo{hasNextPage endCursor}}}}}";

    /// <summary>A branch of the repository, or nothing.</summary>
    /// <exception cref="ForgeException">The service can't say.</exception>
    public async ValueTask<ForgeBranch?> BranchAsync(string name, CancellationToken cancellation)
    {
        var deed = $"read branch {Plain.Text(name)}";
        var path = string.Join('/', name.Split('/').Select(Part));
        try
        {
            // https://docs.github.com/en/rest/git/refs#get-a-reference
            var answer = await GetAsync(Repo($"git/ref/heads/{path}"), deed, "contents: read", cancellation)
                .ConfigureAwait(false);
            var found = Read(answer, ForgeJson.Default.RefAnswer, deed);
            return new(name, found.Target.Sha, $"{PageOfRepository()}/tree/{path}");
        }
        catch (ForgeException failure) when (failure.Fault == ForgeFault.NotFound)
        {
            // A repository that the token may not see says the same of everything in it.
            await GetAsync(
                    Repo("git/matching-refs/heads/" + path + "?per_page=1"),
                    deed,
                    "contents: read",
                    cancellation
                )
                .ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>The pull requests from a branch of the repository, open or not, newest first.</summary>
    /// <exception cref="ForgeException">The service can't say.</exception>
    public async ValueTask<IReadOnlyList<ForgePullRequest>> PullRequestsAsync(
        string branch,
        CancellationToken cancellation
    )
    {
        // https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
        var query = $"pulls?state=all&head={Part($"{Place.Owner}:{branch}")}&per_page={PerPage}";
        var found = await PagesAsync(
                (Repo(query), $"read the pull requests from {Plain.Text(branch)}", "pull-requests: read"),
                ForgeJson.Default.IReadOnlyListPullRequestAnswer,
                cancellation
            )
            .ConfigureAwait(false);
        return
        [
            .. found.Select(one => new ForgePullRequest(
                one.Number,
                one.HtmlUrl,
                one.MergedAt is not null ? PullRequestState.Merged
                    : one.State == "open" ? PullRequestState.Open
                    : PullRequestState.Closed
            )),
        ];
    }

    /// <summary>The pull requests that close an issue when they are merged, or did.</summary>
    /// <exception cref="ForgeException">The service can't say.</exception>
    public async ValueTask<IReadOnlyList<ForgePullRequest>> LinkedPullRequestsAsync(
        long issue,
        CancellationToken cancellation
    )
    {
        var deed = $"read what closes issue {Number(issue)}";
        var call = new ForgeCall(HttpMethod.Post, Place.GraphQl)
        {
            Deed = deed,
            Permission = "issues: read and pull-requests: read",
        };
        var all = new List<ForgePullRequest>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var variables = new QueryVariables(Place.Owner, Place.Name, issue, after);
            var answer = await SendAsync(
                    call,
                    new QueryBody(LinkedQuery, variables),
                    ForgeJson.Default.QueryBody,
                    cancellation
                )
                .ConfigureAwait(false);
            var found = Linked(Read(answer, ForgeJson.Default.LinkedAnswer, deed), deed);
            all.AddRange(found.Nodes.Select(one => new ForgePullRequest(one.Number, one.Url, StateOf(one.State))));
            if (found.Page is not { HasNext: true, End: { } end })
                break;
            after = end;
        }
        return all;
    }

    /// <summary>An issue.</summary>
    /// <exception cref="ForgeException">The service can't say, or there is none.</exception>
    public async ValueTask<ForgeIssue> IssueAsync(long number, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/issues/issues#get-an-issue
        var deed = $"read issue {Number(number)}";
        var answer = await GetAsync(Repo($"issues/{Number(number)}"), deed, "issues: read", cancellation)
            .ConfigureAwait(false);
        return IssueOf(Read(answer, ForgeJson.Default.IssueAnswer, deed));
    }

    /// <summary>All comments on an issue, oldest first.</summary>
    /// <exception cref="ForgeException">The service can't say, or there is no such issue.</exception>
    public async ValueTask<IReadOnlyList<ForgeComment>> CommentsAsync(long issue, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/issues/comments#list-issue-comments
        var found = await PagesAsync(
                (
                    Repo($"issues/{Number(issue)}/comments?per_page={PerPage}"),
                    $"read the comments on issue {Number(issue)}",
                    "issues: read"
                ),
                ForgeJson.Default.IReadOnlyListCommentAnswer,
                cancellation
            )
            .ConfigureAwait(false);
        return [.. found.Select(CommentOf)];
    }

    /// <summary>How one attempt of a workflow's run stands.</summary>
    /// <exception cref="ForgeException">The service can't say, or there is no such attempt.</exception>
    public async ValueTask<ForgeRun> RunAsync(long run, int attempt, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run-attempt
        var deed = $"read attempt {attempt} of run {Number(run)}";
        var at = Repo($"actions/runs/{Number(run)}/attempts/{Number(attempt)}");
        var answer = await GetAsync(at, deed, "actions: read", cancellation).ConfigureAwait(false);
        var found = Read(answer, ForgeJson.Default.RunAnswer, deed);
        if (found.Id != run || (found.RunAttempt is { } told && told != attempt))
            throw new ForgeException(ForgeFault.Unreadable, $"can't {deed}: the answer is about another");
        if (found.Status != "completed")
            return new ForgeRun.AtWork();
        var ago = found.UpdatedAt is { } ended && answer.At is { } now && now > ended ? now - ended : TimeSpan.Zero;
        return new ForgeRun.Over(ConclusionOf(found.Conclusion), ago);
    }

    private static Conclusion ConclusionOf(string? word) =>
        word switch
        {
            "success" or "neutral" => Conclusion.Success,
            "cancelled" or "skipped" => Conclusion.Cancelled, // what was skipped has done nothing
            _ => Conclusion.Failure,
        };

    private static LinkedPullRequests Linked(LinkedAnswer answer, string deed) =>
        answer.Data?.Repository?.Issue?.PullRequests
        ?? throw new ForgeException(
            answer.Errors is [{ Type: "NOT_FOUND" }, ..] or [{ Type: "FORBIDDEN" }, ..]
                ? ForgeFault.NotFound
                : ForgeFault.Refused,
            $"can't {deed}: {Plain.Text((answer.Errors is [var first, ..] ? first.Message : null) ?? "the answer has none")}"
        );

    private static PullRequestState StateOf(string state) =>
        state switch
        {
            "OPEN" => PullRequestState.Open,
            "MERGED" => PullRequestState.Merged,
            _ => PullRequestState.Closed,
        };

    private static ForgeIssue IssueOf(IssueAnswer answer) =>
        new(
            answer.Number,
            answer.HtmlUrl,
            [.. (answer.Labels ?? []).Select(label => label.Name).OfType<string>()],
            [.. (answer.Assignees ?? []).Select(person => person.Login)]
        );

    private static ForgeComment CommentOf(CommentAnswer answer) =>
        new(answer.Id, answer.HtmlUrl, answer.User?.Login, answer.Body ?? "");

    // The REST interface of github.com has a host of its own; on GitHub Enterprise it is a path of the server's.
    private string PageOfRepository() =>
        $"{(Place.Api.Host == "api.github.com" ? "https://github.com" : Place.Api.GetLeftPart(UriPartial.Authority))}/{Place.Repository}";
}
