using System.Diagnostics;

namespace Baton.Runtime.Pushing;

/// <summary>The way of a push: try, read the branch, merge, try again, until it is there or can't be.</summary>
/// <param name="world">The branch on the remote, and what puts the commits on top of it.</param>
/// <param name="made">The commit as it was made.</param>
/// <param name="attempts">How often and how long.</param>
internal sealed class PushRounds((RemoteBranch Remote, Replay Replay) world, string made, PushAttempts attempts)
{
    private (string Commit, string Expected) next;
    private PushEnd.Pushed end = new(made, PushWay.Clean);

    // Whether a try may have been applied, and the branch wasn't read since.
    private bool isUnknown;

    /// <summary>Goes it.</summary>
    /// <param name="expected">Where the branch is thought to be; null where it has to be read first.</param>
    /// <param name="cancellation">Calls it off.</param>
    public async ValueTask<PushEnd> GoAsync(string? expected, CancellationToken cancellation)
    {
        next = (made, expected ?? "");
        var step = expected is null ? Step.Ready : Push();
        while (true)
        {
            if (step.Over is { } over)
                return over;
            if (step.Why.Length > 0 && !await attempts.AgainAsync(step.Why, cancellation).ConfigureAwait(false))
                return GiveUp(step.Why);
            step = Read();
            if (step == Step.Ready)
                step = Push();
        }
    }

    /// <summary>Says what would become of it, and pushes nothing.</summary>
    public PushEnd Rehearse()
    {
        var step = Read();
        return step.Over ?? (step.Why.Length > 0 ? new PushEnd.GaveUp(made, step.Why) : end);
    }

    private Step Push()
    {
        attempts.Begin();
        var answer = world.Remote.Push(next.Commit, next.Expected, attempts.Left);
        isUnknown = answer is PushAnswer.Unknown;
        return answer switch
        {
            PushAnswer.Applied => new Step(end, ""),
            PushAnswer.Overtaken overtaken => new Step(Overtaken(overtaken.Why), ""),
            PushAnswer.Never never => new Step(new PushEnd.Refused(made, never.Why), ""),
            PushAnswer.Later later => new Step(null, later.Why),
            PushAnswer.Unknown unknown => new Step(null, unknown.Why),
            _ => throw new UnreachableException(answer.GetType().Name),
        };
    }

    // The branch as it is now, and what to push onto it; an end where there is nothing to push any more.
    private Step Read()
    {
        switch (world.Remote.Fetch(attempts.Left))
        {
            case FetchAnswer.Later later:
                return new Step(null, later.Why);
            case FetchAnswer.Never never:
                return new Step(new PushEnd.Refused(made, never.Why), "");
            case FetchAnswer.At { Commit: "" }:
                isUnknown = false;
                next = (made, "");
                end = new PushEnd.Pushed(made, PushWay.Clean);
                return Step.Ready;
            case FetchAnswer.At { Commit: var tip }:
                isUnknown = false;
                return new Step(Replay(tip), "");
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private PushEnd? Replay(string tip)
    {
        switch (world.Replay.On(tip))
        {
            case ReplayEnd.Found found:
                return new PushEnd.Pushed(found.Commit, PushWay.Found);
            case ReplayEnd.Conflicted conflicted:
                return new PushEnd.Conflicted(made, conflicted.Conflicts);
            case ReplayEnd.Vanished vanished:
                return new PushEnd.NoChange(made, vanished.Results);
            case ReplayEnd.Ready ready:
                next = (ready.Commit, tip);
                end = new PushEnd.Pushed(ready.Commit, WayOf(ready)) { Results = ready.Results };
                return null;
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private PushWay WayOf(ReplayEnd.Ready ready) =>
        ready.Commit == made ? PushWay.Clean
        : ready.Results.Count > 0 ? PushWay.Resolved
        : PushWay.Merged;

    // What an earlier try of the same push brought there before it was overtaken is there.
    private PushEnd Overtaken(string why) =>
        world.Remote.Fetch(attempts.Left) is FetchAnswer.At { Commit: { Length: > 0 } tip }
        && world.Replay.On(tip) is ReplayEnd.Found found
            ? new PushEnd.Pushed(found.Commit, PushWay.Found)
            : new PushEnd.Overtaken(made, why);

    // Of a last try without an answer the branch may tell.
    private PushEnd GiveUp(string why)
    {
        if (isUnknown && world.Remote.Fetch(attempts.Left) is FetchAnswer.At { Commit: var tip })
        {
            isUnknown = false;
            if (tip.Length > 0 && world.Replay.On(tip) is ReplayEnd.Found found)
                return new PushEnd.Pushed(found.Commit, PushWay.Found);
        }

        return new PushEnd.GaveUp(made, why) { IsUnknown = isUnknown };
    }

    /// <summary>One step of the way: over, to be tried again, or ready for the next.</summary>
    private readonly record struct Step(PushEnd? Over, string Why)
    {
        public static readonly Step Ready = new(null, "");
    }
}
