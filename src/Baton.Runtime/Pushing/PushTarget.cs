using System.Text;
using Baton.Runtime.Asking;
using Baton.Runtime.Git;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing;

/// <summary>Where a push goes, and what the clone knows of it.</summary>
/// <param name="Remote">The remote, by name or address.</param>
/// <param name="Branch">The branch.</param>
internal sealed record PushTarget(string Remote, string Branch)
{
    /// <summary>The remote for people.</summary>
    public string Shown => OneLine.Of(Secrets.Mask(Remote));

    /// <summary>The branch's full name.</summary>
    public string FullName => $"refs/heads/{Branch}";

    /// <summary>Whether the clone has this branch checked out, or none.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>Where the branch was when the remote was last asked; null where that isn't known.</summary>
    public string? Known { get; private init; }

    /// <summary>
    /// Where the branch has to be for the commit to be pushed as it is; null where the commit doesn't follow from what is
    /// known of the branch, so that it has to be read first.
    /// </summary>
    public string? Expected { get; private init; }

    /// <summary>Finds it.</summary>
    /// <exception cref="AskingException">There is no such branch or remote.</exception>
    public static PushTarget Find(
        WorkRepository repository,
        GitProgram git,
        (Checkout Checkout, PushOrder Order) said,
        CancellationToken cancellation
    )
    {
        var (checkout, order) = said;
        var branch = BranchOf(repository, checkout, order);
        var remote = order.Remote is { } named
            ? Checked(git, (checkout.Root, named), cancellation)
            : Configured(repository, branch) ?? "origin";
        var target = new PushTarget(remote, branch)
        {
            IsOwn = checkout.Branch is null || checkout.Branch == branch,
            Known =
                remote.Contains('/', StringComparison.Ordinal) || remote.Contains(':', StringComparison.Ordinal)
                    ? null
                    : repository.Find($"refs/remotes/{remote}/{branch}^{{commit}}"),
        };
        return target with { Expected = ExpectedOf(repository, checkout, target) };
    }

    /// <summary>The address that is pushed to, or the whole path.</summary>
    public string Url(GitProgram git, string root, CancellationToken cancellation) =>
        GitRemote.Find(git, root, Remote, cancellation).Url;

    // Nothing is pushed over what isn't an ancestor of it.
    private static string? ExpectedOf(WorkRepository repository, Checkout checkout, PushTarget target)
    {
        if (checkout.Head is not { } head)
            return "";
        if (!target.IsOwn)
            return null;
        if (target.Known is not { } known || known == head)
            return head;
        return repository.Try("merge-base", "--is-ancestor", known, head) is GitEnd.Done ? known : null;
    }

    private static string BranchOf(WorkRepository repository, Checkout checkout, PushOrder order)
    {
        const string Heads = "refs/heads/";
        var said = order.Branch ?? checkout.Branch ?? order.CiBranch;
        if (said is null)
            throw new AskingException(
                AskingFault.Usage,
                "no branch is checked out here, and the CI service names none: say which one is meant with --branch B"
            );
        var branch = said.StartsWith(Heads, StringComparison.Ordinal) ? said[Heads.Length..] : said;
        var full = Heads + branch;
        return !full.Any(char.IsControl) && repository.Try("check-ref-format", full) is GitEnd.Done
            ? branch
            : throw new AskingException(AskingFault.Usage, $"{OneLine.Quoted(branch)} can't be the name of a branch");
    }

    private static string? Configured(WorkRepository repository, string branch) =>
        repository.Try("config", "--get", $"branch.{branch}.remote") is GitEnd.Done done
        && Encoding.UTF8.GetString(done.Output.Span).TrimEnd('\n') is { Length: > 0 } remote and not "."
            ? remote
            : null;

    // A path is seen from the user's folder; git would see it from elsewhere.
    private static string Checked(GitProgram git, (string Root, string Said) remote, CancellationToken cancellation)
    {
        try
        {
            var found = GitRemote.Find(git, remote.Root, remote.Said, cancellation);
            return found.IsLocal && remote.Said.Contains('/', StringComparison.Ordinal) ? found.Url : remote.Said;
        }
        catch (GitException unknown) when (unknown.End is GitEnd.Other { Code: 2 })
        {
            throw new AskingException(AskingFault.Usage, unknown.End.Message);
        }
    }
}
