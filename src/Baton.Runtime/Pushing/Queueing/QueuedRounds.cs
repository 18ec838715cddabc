using System.Diagnostics;

namespace Baton.Runtime.Pushing.Queueing;

/// <summary>
/// The way of a push among many. Who loses a first race puts its commit under a ref of its own, where nobody is in its
/// way. The first in line leads: it puts the commits of all who wait on top of the branch, and moves the branch and takes
/// the tickets away in one atomic push. Nobody is told anything by anybody: whose ticket is gone looks for its push id on
/// the branch, so that no leader can promise what it didn't do, and goes on alone where it isn't there. That there is
/// one leader is for speed only; two would have one winner, as any two pushes.
/// </summary>
/// <param name="world">The branch, the queue, and what puts commits on top of others.</param>
/// <param name="own">This writer's commit.</param>
/// <param name="attempts">How often and how long.</param>
internal sealed class QueuedRounds(
    (RemoteBranch Remote, QueueRefs Queue, WorkRepository Repository, TreeMerge Merge) world,
    Unpushed own,
    PushAttempts attempts
)
{
    private (string Head, string Tip) last = ("", "");
    private long since;

    /// <summary>How long the first in line may do nothing that anybody sees before the next takes its place.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a leader goes on adding; then it pushes, so that the others see that it lives.</summary>
    public TimeSpan Adding { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock, chance from 0 to 1, and the ticket's name.</summary>
    public required (TimeProvider Clock, Func<double> Chance, string Ticket) Means { get; init; }

    private PushRounds Alone =>
        new((world.Remote, new Replay(world.Repository, world.Merge, [own])), own.Commit, attempts);

    /// <summary>Goes it.</summary>
    /// <param name="expected">Where the branch is thought to be; null where it has to be read first.</param>
    /// <param name="cancellation">Calls it off.</param>
    public async ValueTask<PushEnd> GoAsync(string? expected, CancellationToken cancellation)
    {
        if (expected is { } tip)
        {
            attempts.Begin();
            switch (world.Remote.Push(own.Commit, tip, attempts.Left))
            {
                case PushAnswer.Applied:
                    return new PushEnd.Pushed(own.Commit, PushWay.Clean);
                case PushAnswer.Never never:
                    return new PushEnd.Refused(own.Commit, never.Why);
                case PushAnswer.Later:
                    break;
                default:
                    return await Alone.GoAsync(null, cancellation).ConfigureAwait(false);
            }
        }

        var ticket = new QueueTicket(Means.Ticket, own.Commit);
        // Where tickets aren't taken a push is still a push.
        if (world.Queue.Put(ticket, attempts.Left) is PushAnswer.Never)
            return await Alone.GoAsync(null, cancellation).ConfigureAwait(false);
        try
        {
            return await WaitAsync(ticket, cancellation).ConfigureAwait(false);
        }
        catch (Exception)
        {
            _ = world.Queue.Withdraw(ticket, attempts.Left);
            throw;
        }
    }

    private async ValueTask<PushEnd> WaitAsync(QueueTicket ticket, CancellationToken cancellation)
    {
        while (true)
        {
            var (end, why) = Look(ticket, out var place);
            if (end is not null)
                return end;
            if (place == 0)
                return await AfterAsync(cancellation).ConfigureAwait(false);
            if (why.Length > 0)
            {
                if (!await attempts.AgainAsync(why, cancellation).ConfigureAwait(false))
                    return Leave(ticket, why);
            }
            else if (attempts.IsOver)
            {
                return Leave(ticket, "it waited in the queue as long as it may");
            }
            else if (place > 1)
            {
                await attempts.WaitAsync(Pause(place), cancellation).ConfigureAwait(false);
            }
        }
    }

    // Who is far behind looks less often.
    private TimeSpan Pause(int place) =>
        TimeSpan.FromMilliseconds(Math.Min(2000, 60 * (place + 1)) * (0.5 + Means.Chance()));

    // The place in line, from 1; 0 for a ticket that is gone.
    private (PushEnd? End, string Why) Look(QueueTicket ticket, out int place)
    {
        place = 1;
        switch (world.Queue.List(attempts.Left))
        {
            case QueueListing.Later later:
                return (null, later.Why);
            case QueueListing.Never never:
                return (null, never.Why);
            case QueueListing.Listed listed:
                place = 1 + listed.Tickets.TakeWhile(one => one.Name != ticket.Name).Count();
                if (place > listed.Tickets.Count)
                    place = 0;
                return place > 0 && (place == 1 || IsStalled(listed, place)) ? Lead(ticket) : (null, "");
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    // On this process's own clock: that the same one was first all the time, and the branch didn't move.
    private bool IsStalled(QueueListing.Listed listed, int place)
    {
        var now = (listed.Tickets[0].Name, listed.Tip);
        if (now != last)
            (last, since) = (now, Means.Clock.GetTimestamp());
        return Means.Clock.GetElapsedTime(since) > Stall * (1 + ((place - 2) / 4.0));
    }

    private (PushEnd? End, string Why) Lead(QueueTicket ticket)
    {
        switch (world.Queue.Fetch(attempts.Left))
        {
            case QueueListing.Later later:
                return (null, later.Why);
            case QueueListing.Never never:
                return (null, never.Why);
            case QueueListing.Listed { Tip: "" }:
                return (null, "the branch is gone");
            case QueueListing.Listed listed when !listed.Tickets.Contains(ticket):
                return (null, "");
            case QueueListing.Listed listed:
                return Lead(ticket, listed);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private (PushEnd? End, string Why) Lead(QueueTicket ticket, QueueListing.Listed listed)
    {
        var started = Means.Clock.GetTimestamp();
        var batch = new QueueBatch(world.Repository, world.Merge, listed.Tip);
        ReplayEnd? mine = null;
        foreach (var one in listed.Tickets)
            if (one == ticket)
                mine = batch.Own(one, own);
            else if (mine is null || Means.Clock.GetElapsedTime(started) < Adding)
                batch.Add(one);
        attempts.Begin();
        return world.Queue.Serve((listed.Tip, batch.Commit), batch.Served, attempts.Left) switch
        {
            PushAnswer.Applied => (EndOf(mine!), ""),
            PushAnswer.Never never => (Refused(ticket, never.Why), ""),
            PushAnswer.Later later => (null, later.Why),
            PushAnswer.Unknown unknown => (null, unknown.Why),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private PushEnd.Refused Refused(QueueTicket ticket, string why)
    {
        _ = world.Queue.Withdraw(ticket, attempts.Left);
        return new PushEnd.Refused(own.Commit, why);
    }

    private PushEnd EndOf(ReplayEnd mine) =>
        mine switch
        {
            ReplayEnd.Ready ready => new PushEnd.Pushed(
                ready.Commit,
                ready.Commit == own.Commit ? PushWay.Clean
                    : ready.Results.Count > 0 ? PushWay.Resolved
                    : PushWay.Merged
            )
            {
                Results = ready.Results,
            },
            ReplayEnd.Found found => new PushEnd.Pushed(found.Commit, PushWay.Found),
            ReplayEnd.Vanished vanished => new PushEnd.NoChange(own.Commit, vanished.Results),
            ReplayEnd.Conflicted conflicted => new PushEnd.Conflicted(own.Commit, conflicted.Conflicts),
            _ => throw new UnreachableException(mine.GetType().Name),
        };

    // The branch says what became of it; where it isn't there, it was sent back.
    private async ValueTask<PushEnd> AfterAsync(CancellationToken cancellation)
    {
        var end = await Alone.GoAsync(null, cancellation).ConfigureAwait(false);
        return end is PushEnd.Pushed { How: PushWay.Found } led ? led with { How = PushWay.Led } : end;
    }

    // A ticket that is left could still be led: what is told is what holds then.
    private PushEnd Leave(QueueTicket ticket, string why)
    {
        var isOut = world.Queue.Withdraw(ticket, attempts.Left) is PushAnswer.Applied;
        if (world.Remote.Fetch(attempts.Left) is not FetchAnswer.At { Commit: { Length: > 0 } tip })
            return new PushEnd.GaveUp(own.Commit, why) { IsUnknown = true };
        return new Replay(world.Repository, world.Merge, [own]).On(tip) is ReplayEnd.Found found
            ? new PushEnd.Pushed(found.Commit, PushWay.Led)
            : new PushEnd.GaveUp(own.Commit, why) { IsUnknown = !isOut };
    }
}
