using System.Diagnostics;
using System.Text;
using Baton.Runtime.Git;
using Baton.Runtime.Pushing;

namespace Baton.Runtime.Fencing;

/// <summary>The fences on a remote: read as they are, and moved on condition that they are where they were read.</summary>
/// <param name="repository">The repository from which it is reached, and in which their commits are made.</param>
/// <param name="remote">The remote, by name or address.</param>
/// <param name="seen">Where in that repository they are put to be read; ends with a slash.</param>
internal sealed class FenceRefs(WorkRepository repository, string remote, string seen)
{
    /// <summary>Reads fences by their names.</summary>
    public FenceReading Read(IReadOnlyList<string> names, TimeSpan within)
    {
        // With a pattern it is no failure that a fence isn't there yet.
        var specs = names.Select(name => $"+{name}*:{Seen(name)}*");
        string[] quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--refmap="];
        var call = new GitCall(repository.Place, ["fetch", .. quiet, "--prune", "--", remote, .. specs])
        {
            Deadline = within,
        };
        if (repository.Try(call) is not GitEnd.Done and var failed)
            return new FenceReading.Failed(failed);
        var fences = new Dictionary<string, (string Commit, FenceMark Mark)>(StringComparer.Ordinal);
        foreach (var name in names)
            if (repository.Find(Seen(name)) is { } commit)
            {
                if (MarkOf(commit) is not { } mark)
                    return new FenceReading.Strange(name);
                fences[name] = (commit, mark);
            }

        return new FenceReading.Read(fences);
    }

    /// <summary>Makes the commit of a mark.</summary>
    public string Make(FenceMark mark, string title)
    {
        var tree = repository.Feed(default, "hash-object", "-t", "tree", "-w", "--stdin");
        var text = CommitText.Scaffold with { Message = Encoding.UTF8.GetBytes(mark.Write(title)) };
        return repository.Commit(tree, null, text);
    }

    /// <summary>Moves fences, all or none.</summary>
    public PushAnswer Push(IReadOnlyList<FenceMove> moves, TimeSpan within)
    {
        var end = repository.Try(
            new GitCall(
                repository.Place,
                ["push", "--porcelain", .. Options(moves), "--", remote, .. moves.Select(move => move.Spec)]
            )
            {
                Deadline = within,
            }
        );
        return PushAnswer.Of(end, moves[0].Name, moves.Count);
    }

    /// <summary>Leaves no ref behind.</summary>
    public void Forget(IReadOnlyList<string> names)
    {
        foreach (var name in names)
            _ = repository.Try("update-ref", "-d", Seen(name));
    }

    /// <summary>What a push has to say so that all of it happens or none, and only where the fences are where they were read.</summary>
    public static IEnumerable<string> Options(IReadOnlyList<FenceMove> moves) =>
        moves.Count == 0 ? [] : moves.Select(move => $"--force-with-lease={move.Name}:{move.From}").Prepend("--atomic");

    private FenceMark? MarkOf(string commit)
    {
        var raw = repository.Say("cat-file", "commit", commit);
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? null : FenceMark.Read(raw[(end + 2)..]);
    }

    private string Seen(string name) =>
        FenceName.Is(name) ? seen + name[FenceName.Space.Length..] : throw new UnreachableException(name);
}

/// <summary>A fence that is to be moved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The commit at which it was read; empty where there was none.</param>
/// <param name="To">The commit to which it is moved: always another one.</param>
internal sealed record FenceMove(string Name, string From, string To)
{
    /// <summary>As git's push is told.</summary>
    public string Spec => $"{To}:{Name}";
}

/// <summary>What reading fences gave.</summary>
internal abstract record FenceReading
{
    private FenceReading() { } // closed: every case is here

    /// <summary>Those that are there, by their names.</summary>
    public sealed record Read(IReadOnlyDictionary<string, (string Commit, FenceMark Mark)> Fences) : FenceReading;

    /// <summary>One of them is nothing that Baton wrote.</summary>
    public sealed record Strange(string Name) : FenceReading;

    /// <summary>They can't be read.</summary>
    public sealed record Failed(GitEnd End) : FenceReading;
}
