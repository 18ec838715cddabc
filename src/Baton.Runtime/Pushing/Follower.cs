using Baton.Runtime.Git;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing;

/// <summary>
/// Takes the clone to where the branch is now, once the push was acknowledged: the work tree and the index first, then
/// the branch. Whatever would lose something of the user's is left, and told.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="checkout">Where it stood.</param>
/// <param name="index">The path of an index of our own.</param>
internal sealed class Follower(WorkRepository repository, Checkout checkout, string index)
{
    /// <summary>Goes from the tree that was made of the work tree to the one that was pushed.</summary>
    /// <param name="changes">What this run changed.</param>
    /// <param name="mine">The tree of this run.</param>
    /// <param name="commit">The commit on the branch.</param>
    public Following Go(IReadOnlyList<TreeChange> changes, string mine, string commit)
    {
        try
        {
            return Problem(changes, mine, commit) is { } problem ? new Following(false, problem) : Move(commit);
        }
        catch (Exception failure) when (failure is GitException or IOException or UnauthorizedAccessException)
        {
            return new Following(false, OneLine.Of(failure.Message, 300));
        }
    }

    private Following Move(string commit)
    {
        var old = checkout.Head ?? new string('0', commit.Length);
        return repository.Try("update-ref", "-m", "baton push", "HEAD", commit, old) is GitEnd.Done
            ? new Following(true, "")
            : new Following(false, "the branch moved meanwhile");
    }

    // The user's index, as it has to be, is made beside it and put in its place at the end: there is no half of it.
    private string? Problem(IReadOnlyList<TreeChange> changes, string mine, string commit)
    {
        var stamp = Stamp();
        if (stamp is null && checkout.Head is not null)
            return "this clone has nothing checked out";
        if (stamp is not null)
            File.Copy(checkout.Index, index, overwrite: true);
        else
            File.Delete(index);
        var own = repository.In(checkout.Root).With(index);
        own.Put(
            changes.Select(change => (change.Path, change.After)).OrderBy(change => change.After is not null),
            mine.Length
        );
        _ = own.Try("update-index", "-q", "--refresh");
        if (
            own.Try("read-tree", "-m", "-u", "--no-recurse-submodules", mine, commit) is not GitEnd.Done and var refused
        )
            return $"the work tree has changes that would be lost ({refused.Message})";
        return Put(stamp) ? null : "somebody else is changing the index";
    }

    // As git itself does it: who makes index.lock may replace the index.
    private bool Put(string? stamp)
    {
        var held = $"{checkout.Index}.lock";
        try
        {
            File.Copy(index, held, overwrite: false);
        }
        catch (IOException)
        {
            return false;
        }

        if (Stamp() != stamp)
        {
            File.Delete(held);
            return false;
        }

        File.Move(held, checkout.Index, overwrite: true);
        return true;
    }

    // An index ends with a hash of all that is in it: https://git-scm.com/docs/index-format
    private string? Stamp()
    {
        if (!File.Exists(checkout.Index))
            return null;
        using var stream = File.OpenRead(checkout.Index);
        Span<byte> end = stackalloc byte[(int)Math.Min(stream.Length, 32)];
        stream.Seek(-end.Length, SeekOrigin.End);
        stream.ReadExactly(end);
        return $"{stream.Length} {Convert.ToHexString(end)}";
    }
}
