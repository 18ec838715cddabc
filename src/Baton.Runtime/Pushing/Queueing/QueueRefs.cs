using System.Text;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing.Queueing;

/// <summary>The tickets of a queue on the remote. Each is a ref of its own, so that those who come don't meet.</summary>
/// <param name="repository">The clone.</param>
/// <param name="remote">The remote, by name or address.</param>
/// <param name="names">The branch's full name, and the queue's.</param>
internal sealed class QueueRefs(WorkRepository repository, string remote, (string Branch, QueueName Queue) names)
{
    // Of what another worktree does nothing is seen: https://git-scm.com/docs/git-worktree#_refs
    private const string Seen = "refs/worktree/baton-queue/",
        Tip = Seen + "tip";

    private bool hasFetched;

    /// <summary>Where the branch is, and who waits.</summary>
    public QueueListing List(TimeSpan within)
    {
        var call = new GitCall(
            repository.Place,
            "ls-remote",
            "--quiet",
            "--refs",
            "--",
            remote,
            names.Branch,
            names.Queue.Base + "*"
        )
        {
            Deadline = within,
        };
        return repository.Try(call) switch
        {
            GitEnd.Done done => Read(
                Encoding
                    .Latin1.GetString(done.Output.Span)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split('\t', 2))
                    .Select(parts => (parts[0], parts[1]))
            ),
            var failed => Failed(failed),
        };
    }

    /// <summary>The same, with all objects.</summary>
    public QueueListing Fetch(TimeSpan within)
    {
        hasFetched = true;
        string[] quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--refmap="];
        var specs = new[] { $"+{names.Queue.Base}*:{Seen}*", $"+{names.Branch}:{Tip}" };
        var call = new GitCall(repository.Place, ["fetch", .. quiet, "--prune", "--", remote, .. specs])
        {
            Deadline = within,
        };
        if (repository.Try(call) is not GitEnd.Done and var failed)
            return Failed(failed);
        return Read(
            repository
                .Say("for-each-ref", "--format=%(objectname)\t%(refname)", Seen)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', 2))
                .Select(parts =>
                    (parts[0], parts[1] == Tip ? names.Branch : names.Queue.Base + parts[1][Seen.Length..])
                )
        );
    }

    /// <summary>Puts a commit into the queue.</summary>
    public PushAnswer Put(QueueTicket ticket, TimeSpan within) =>
        Push([new RefChange(ticket.Name, "", ticket.Commit)], ticket.Name, within);

    /// <summary>Takes it out again; it can't be led any more when this is applied.</summary>
    public PushAnswer Withdraw(QueueTicket ticket, TimeSpan within) =>
        Push([new RefChange(ticket.Name, ticket.Commit, "")], ticket.Name, within);

    /// <summary>Moves the branch, and takes out those who are served: all of it or nothing.</summary>
    public PushAnswer Serve((string From, string To) branch, IEnumerable<QueueTicket> served, TimeSpan within)
    {
        var moves = served.Select(ticket => new RefChange(ticket.Name, ticket.Commit, "")).ToList();
        if (branch.From != branch.To)
            moves.Add(new RefChange(names.Branch, branch.From, branch.To));
        return Push(moves, names.Branch, within);
    }

    /// <summary>Leaves no ref behind.</summary>
    public void Close()
    {
        if (!hasFetched)
            return;
        var left = repository.Say("for-each-ref", "--format=delete %(refname)", Seen);
        if (left.Length > 0)
            _ = repository.Feed(Encoding.Latin1.GetBytes(left + "\n"), "update-ref", "--stdin");
    }

    private PushAnswer Push(IReadOnlyList<RefChange> moves, string name, TimeSpan within)
    {
        string[] options =
        [
            "--porcelain",
            "--atomic",
            .. moves.Select(move => $"--force-with-lease={move.Name}:{move.From}"),
        ];
        var end = repository.Try(
            new GitCall(
                repository.Place,
                ["push", .. options, "--", remote, .. moves.Select(move => $"{move.To}:{move.Name}")]
            )
            {
                Deadline = within,
            }
        );
        return PushAnswer.Of(end, name, moves.Count);
    }

    private QueueListing.Listed Read(IEnumerable<(string Object, string Name)> refs)
    {
        var all = refs.ToList();
        return new QueueListing.Listed(
            all.Find(one => one.Name == names.Branch).Object ?? "",
            [
                .. all.Where(one => one.Name.StartsWith(names.Queue.Base, StringComparison.Ordinal))
                    .OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => new QueueTicket(one.Name, one.Object)),
            ]
        );
    }

    private static QueueListing Failed(GitEnd end) =>
        end is GitEnd.Network or GitEnd.TimedOut or GitEnd.Locked
            ? new QueueListing.Later(end.Message)
            : new QueueListing.Never(end.Message);

    /// <summary>From where to where a ref is moved; an empty text for nothing.</summary>
    private sealed record RefChange(string Name, string From, string To);
}
