using Baton.Runtime.Asking;
using Baton.Runtime.Git;

namespace Baton.Runtime.Pushing.Queueing;

/// <summary>
/// What one leader makes of those who wait: their commits one after the other on top of the branch. Only what merges
/// without a loss is taken. Whose commit conflicts, vanishes or would be cut is sent back, and goes the way alone: so one
/// bad commit fails alone, and its writer sees all of why.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="merge">Merges trees.</param>
/// <param name="tip">Where the branch is.</param>
internal sealed class QueueBatch(WorkRepository repository, TreeMerge merge, string tip)
{
    private readonly List<QueueTicket> served = [];

    /// <summary>The last commit.</summary>
    public string Commit { get; private set; } = tip;

    /// <summary>The tickets that are done with: taken, found or sent back.</summary>
    public IReadOnlyList<QueueTicket> Served => served;

    /// <summary>Puts the leader's own commit on top; what becomes of it is for the leader to tell.</summary>
    public ReplayEnd Own(QueueTicket ticket, Unpushed commit)
    {
        var end = new Replay(repository, merge, [commit]).On(Commit);
        served.Add(ticket);
        if (end is ReplayEnd.Ready ready)
            Commit = ready.Commit;
        return end;
    }

    /// <summary>Puts another writer's commit on top, if nothing of it is lost by that.</summary>
    public void Add(QueueTicket ticket)
    {
        served.Add(ticket);
        if (
            Read(ticket) is { IsMerge: false } commit
            && On(commit) is ReplayEnd.Ready ready
            && !ready.Results.Any(result => result.IsPartial)
        )
            Commit = ready.Commit;
    }

    private ReplayEnd? On(Unpushed commit)
    {
        try
        {
            return new Replay(repository, merge, [commit]).On(Commit);
        }
        catch (Exception failure) when (failure is GitException or AskingException)
        {
            return null; // whatever is wrong with it, its writer will see it
        }
    }

    private Unpushed? Read(QueueTicket ticket)
    {
        var format = $"--format=%H %T %P%n%(trailers:key={PushTrailer.Key},valueonly)";
        if (repository.Try("log", "-1", format, ticket.Commit, "--") is not GitEnd.Done done)
            return null;
        var lines = System
            .Text.Encoding.ASCII.GetString(done.Output.Span)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines is [var head, var id] && id.Length == 64
            ? Unpushed.Read(repository, head.Split(' '), (_, _) => id)
            : null; // no commit of ours
    }
}
