using Baton.Runtime.Forge.Wire;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Forge;

public sealed partial class ForgeClient
{
    /// <summary>Adds a label to an issue; one that is there stays. Says which it has then.</summary>
    /// <exception cref="ForgeException">It was not added, or nobody knows.</exception>
    public async ValueTask<IReadOnlyList<string>> AddLabelAsync(
        long issue,
        string label,
        CancellationToken cancellation
    )
    {
        // https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue
        var deed = $"add label {Plain.Text(label)} to issue {Number(issue)}";
        var answer = await SendAsync(
                Post($"issues/{Number(issue)}/labels", deed),
                new LabelsBody([label]),
                ForgeJson.Default.LabelsBody,
                cancellation
            )
            .ConfigureAwait(false);
        var labels = Read(answer, ForgeJson.Default.IReadOnlyListLabelAnswer, deed);
        return [.. labels.Select(one => one.Name).OfType<string>()];
    }

    /// <summary>
    /// Assigns somebody to an issue; who is assigned stays. Says how the issue is then: whoever can't be assigned is left
    /// out without a word.
    /// </summary>
    /// <exception cref="ForgeException">Nobody was assigned, or nobody knows.</exception>
    public async ValueTask<ForgeIssue> AssignAsync(long issue, string login, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue
        var deed = $"assign {Plain.Text(login)} to issue {Number(issue)}";
        var answer = await SendAsync(
                Post($"issues/{Number(issue)}/assignees", deed),
                new AssigneesBody([login]),
                ForgeJson.Default.AssigneesBody,
                cancellation
            )
            .ConfigureAwait(false);
        return IssueOf(Read(answer, ForgeJson.Default.IssueAnswer, deed));
    }

    /// <summary>Writes a comment. Done twice it is there twice, so it is sent once, and the caller looks before it tries again.</summary>
    /// <exception cref="ForgeException">It was not written, or nobody knows: then it says so.</exception>
    public async ValueTask<ForgeComment> CommentAsync(long issue, string text, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
        var deed = $"comment on issue {Number(issue)}";
        var call = Post($"issues/{Number(issue)}/comments", deed) with { Repeating = Repeating.Doubles };
        var answer = await SendAsync(call, new CommentBody(text), ForgeJson.Default.CommentBody, cancellation)
            .ConfigureAwait(false);
        return CommentOf(Read(answer, ForgeJson.Default.CommentAnswer, deed));
    }

    /// <summary>Gives a comment another text.</summary>
    /// <exception cref="ForgeException">It has its old text, or nobody knows.</exception>
    public async ValueTask<ForgeComment> EditCommentAsync(long comment, string text, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/issues/comments#update-an-issue-comment
        var deed = $"edit comment {Number(comment)}";
        var call = new ForgeCall(HttpMethod.Patch, Repo($"issues/comments/{Number(comment)}"))
        {
            Deed = deed,
            Permission = "issues: write",
        };
        var answer = await SendAsync(call, new CommentBody(text), ForgeJson.Default.CommentBody, cancellation)
            .ConfigureAwait(false);
        return CommentOf(Read(answer, ForgeJson.Default.CommentAnswer, deed));
    }

    /// <summary>Cancels a workflow's run; one that is over stays as it ended.</summary>
    /// <exception cref="ForgeException">It was not cancelled, or nobody knows.</exception>
    public async ValueTask CancelRunAsync(long run, CancellationToken cancellation)
    {
        // https://docs.github.com/en/rest/actions/workflow-runs#cancel-a-workflow-run
        var call = new ForgeCall(HttpMethod.Post, Repo($"actions/runs/{Number(run)}/cancel"))
        {
            Deed = $"cancel run {Number(run)}",
            Permission = "actions: write",
        };
        try
        {
            await _wire.SendAsync(call, cancellation).ConfigureAwait(false);
        }
        catch (ForgeException over) when (over.Fault == ForgeFault.Refused)
        {
            // 409: it is over already.
        }
    }

    private ForgeCall Post(string rest, string deed) =>
        new(HttpMethod.Post, Repo(rest)) { Deed = deed, Permission = "issues: write" };
}
