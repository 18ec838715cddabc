using System.Diagnostics;
using System.Text;
using Baton.Runtime.Fencing;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing;

/// <summary>The branch on the remote: read as it is, and moved from one known commit to the next.</summary>
/// <param name="repository">The clone.</param>
/// <param name="remote">The remote, by name or address.</param>
/// <param name="branch">The branch's full name.</param>
internal sealed class RemoteBranch(WorkRepository repository, string remote, string branch)
{
    // Per work tree, so that two of them don't meet: https://git-scm.com/docs/git-worktree#_refs
    private const string Tip = "refs/worktree/baton-push";

    private string? reading;

    /// <summary>The fences that have to be where this run has put them.</summary>
    public required PushFence Fence { get; init; }

    /// <summary>Whether the clone's own hook before a push runs.</summary>
    public bool RunsHooks { get; init; }

    /// <summary>Asks the remote to move the branch, which has to be where it is said to be.</summary>
    /// <param name="commit">To where: a descendant of what is expected.</param>
    /// <param name="expected">Where it is; an empty text for a branch that isn't there.</param>
    /// <param name="within">How long it may take.</param>
    public PushAnswer Push(string commit, string expected, TimeSpan within)
    {
        switch (Fence.Look(within))
        {
            case PushFenceLook.Held held:
                return Push((commit, expected), held.Moves, within);
            case PushFenceLook.Overtaken overtaken:
                return new PushAnswer.Overtaken(overtaken.Why);
            case PushFenceLook.Later later:
                return new PushAnswer.Later(later.Why);
            case PushFenceLook.Never never:
                return new PushAnswer.Never(never.Why);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private PushAnswer Push((string Commit, string Expected) to, IReadOnlyList<FenceMove> moves, TimeSpan within)
    {
        var end = repository.Try(
            new GitCall(
                repository.Place,
                [
                    "push",
                    "--porcelain",
                    .. FenceRefs.Options(moves),
                    $"--force-with-lease={branch}:{to.Expected}",
                    "--",
                    remote,
                    .. moves.Select(move => move.Spec),
                    $"{to.Commit}:{branch}",
                ]
            )
            {
                RunsHooks = RunsHooks,
                Deadline = within,
            }
        );
        return PushAnswer.Of(end, branch, 1 + moves.Count);
    }

    /// <summary>Fetches the branch; an empty text where it isn't on the remote.</summary>
    public FetchAnswer Fetch(TimeSpan within)
    {
        var end = repository.Try(
            new GitCall(
                repository.Place,
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-prune",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--refmap=",
                "--",
                reading ??= Reading(),
                $"+{branch}:{Tip}"
            )
            {
                Deadline = within,
            }
        );
        return end switch
        {
            GitEnd.Done => repository.Find($"{Tip}^{{commit}}") is { } tip
                ? new FetchAnswer.At(tip)
                : new FetchAnswer.Later("what was fetched is gone again"),
            GitEnd.Other other
                when other.Why.Contains("couldn't find remote ref", StringComparison.OrdinalIgnoreCase) =>
                new FetchAnswer.At(""),
            GitEnd.Network or GitEnd.TimedOut or GitEnd.Locked => new FetchAnswer.Later(end.Message),
            _ => new FetchAnswer.Never(end.Message),
        };
    }

    /// <summary>Puts a ref where the branch is; a complaint where it can't, nothing where it is done or there is no branch.</summary>
    /// <param name="name">The ref.</param>
    /// <param name="within">How long it may take.</param>
    public string? Keep(string name, TimeSpan within)
    {
        var fetched = Fetch(within);
        if (fetched is not FetchAnswer.At { Commit: var tip })
            return "the branch can't be read";
        if (tip.Length == 0)
            return null;
        string[] words = ["push", "--porcelain", $"--force-with-lease={name}:", "--", remote, $"{tip}:{name}"];
        var end = repository.Try(new GitCall(repository.Place, words) { Deadline = within });
        return end is GitEnd.Done ? null : end.Message;
    }

    /// <summary>Whether the branch, as it was read last, has a commit.</summary>
    public bool Has(string commit) =>
        reading is not null && repository.Try("merge-base", "--is-ancestor", commit, Tip) is GitEnd.Done;

    /// <summary>Leaves no ref behind.</summary>
    public void Close()
    {
        if (reading is not null)
            _ = repository.Try("update-ref", "-d", Tip);
        Fence.Close();
    }

    // Where it is pushed it is read: another address for fetching is a copy, and may be late.
    private string Reading()
    {
        var (pushes, fetches) = (Address("--push"), Address("--all"));
        return pushes is null || pushes == fetches ? remote : pushes;
    }

    private string? Address(string which) =>
        repository.Try("remote", "get-url", which, "--", remote) is GitEnd.Done done
            ? Encoding.UTF8.GetString(done.Output.Span).TrimEnd('\n')
            : null;
}
