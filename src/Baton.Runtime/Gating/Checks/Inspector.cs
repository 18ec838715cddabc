using System.Diagnostics;
using System.Globalization;
using Baton.Runtime.Forge;
using Baton.Runtime.Gating.Marks;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Gating.Checks;

/// <summary>
/// Looks for what earlier work has left at the service. It is evidence and never the lock: what it tells may be minutes
/// old, so who looks holds the claim already, and of two that see nothing one does. What Baton itself has put there counts
/// only if the run that put it has succeeded; the label of a run that died is no reason to leave its issue alone.
/// </summary>
/// <param name="forge">The service.</param>
/// <param name="issue">The issue that it is about; none where no check is about one.</param>
/// <param name="own">Tells whose what is there is.</param>
public sealed class Inspector(ForgeClient forge, long? issue, OwnMarks own)
{
    private ForgeIssue? _issue;

    /// <summary>Looks for everything in turn; the first that says that the work is done is the answer.</summary>
    /// <exception cref="ForgeException">The service can't say.</exception>
    public async ValueTask<Found> LookAsync(IReadOnlyList<Check> checks, CancellationToken cancellation)
    {
        Found found = new Found.Nothing();
        foreach (var check in checks)
            switch (await LookAsync(check, cancellation).ConfigureAwait(false))
            {
                case Found.Work work:
                    return work;
                case Found.Half half:
                    found = half;
                    break;
            }
        return found;
    }

    private ValueTask<Found> LookAsync(Check check, CancellationToken cancellation) =>
        check.Kind switch
        {
            CheckKind.Branch => BranchAsync(check.Value, cancellation),
            CheckKind.PullRequest => PullRequestAsync(check.Value, cancellation),
            CheckKind.Label => LabelAsync(check.Value, cancellation),
            CheckKind.Assignee => AssigneeAsync(check.Value, cancellation),
            CheckKind.Comment => CommentAsync(check.Value, cancellation),
            _ => throw new UnreachableException(check.Kind.ToString()),
        };

    private async ValueTask<Found> BranchAsync(string name, CancellationToken cancellation)
    {
        if (await forge.BranchAsync(name, cancellation).ConfigureAwait(false) is not { } branch)
            return new Found.Nothing();
        var requests = await forge.PullRequestsAsync(name, cancellation).ConfigureAwait(false);
        return requests switch
        {
            [] => new Found.Half($"branch {Plain.Text(name)} exists and has no pull request", branch.Url),
            [var newest, ..] => new Found.Work(
                $"branch {Plain.Text(name)} exists, and pull request #{Number(newest.Number)} from it {Stands(newest)}",
                newest.Url
            ),
        };
    }

    // One that was closed without being merged was not wanted: it keeps nobody from trying again.
    private async ValueTask<Found> PullRequestAsync(string from, CancellationToken cancellation)
    {
        var requests =
            from == Check.Linked
                ? await forge.LinkedPullRequestsAsync(issue!.Value, cancellation).ConfigureAwait(false)
                : await forge.PullRequestsAsync(from, cancellation).ConfigureAwait(false);
        return requests.FirstOrDefault(one => one.State != PullRequestState.Closed) is not { } request
            ? new Found.Nothing()
            : new Found.Work(
                from == Check.Linked
                    ? $"pull request #{Number(request.Number)} closes issue #{Number(issue!.Value)} and {Stands(request)}"
                    : $"pull request #{Number(request.Number)} from {Plain.Text(from)} {Stands(request)}",
                request.Url
            );
    }

    private async ValueTask<Found> LabelAsync(string name, CancellationToken cancellation)
    {
        var found = await IssueAsync(cancellation).ConfigureAwait(false);
        if (!found.Labels.Contains(name, StringComparer.OrdinalIgnoreCase))
            return new Found.Nothing();
        return await own.SpeaksAsync(new Mark(MarkKind.Label, name), cancellation).ConfigureAwait(false)
            ? new Found.Work($"issue #{Number(found.Number)} has label {Plain.Text(name)}", found.Url)
            : new Found.Nothing();
    }

    private async ValueTask<Found> AssigneeAsync(string login, CancellationToken cancellation)
    {
        var found = await IssueAsync(cancellation).ConfigureAwait(false);
        foreach (var assigned in found.Assignees)
            if (
                (login == Check.Anybody || string.Equals(assigned, login, StringComparison.OrdinalIgnoreCase))
                && await own.SpeaksAsync(new Mark(MarkKind.Assignee, assigned), cancellation).ConfigureAwait(false)
            )
                return new Found.Work(
                    $"issue #{Number(found.Number)} is assigned to {Plain.Text(assigned)}",
                    found.Url
                );
        return new Found.Nothing();
    }

    private async ValueTask<Found> CommentAsync(string words, CancellationToken cancellation)
    {
        foreach (var comment in await forge.CommentsAsync(issue!.Value, cancellation).ConfigureAwait(false))
            if (
                comment.Body.Contains(words, StringComparison.OrdinalIgnoreCase)
                && await own.SpeaksAsync(comment, cancellation).ConfigureAwait(false)
            )
                return new Found.Work($"a comment says \"{Plain.Text(words)}\"", comment.Url);
        return new Found.Nothing();
    }

    private async ValueTask<ForgeIssue> IssueAsync(CancellationToken cancellation) =>
        _issue ??= await forge.IssueAsync(issue!.Value, cancellation).ConfigureAwait(false);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Stands(ForgePullRequest request) =>
        request.State switch
        {
            PullRequestState.Open => "is open",
            PullRequestState.Merged => "was merged",
            PullRequestState.Closed => "was closed",
            _ => throw new UnreachableException(request.State.ToString()),
        };
}
