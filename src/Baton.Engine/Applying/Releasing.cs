using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>What becomes of the holds of a run that ended: each goes, or lingers for as long as its own rule says.</summary>
internal readonly struct Releasing(Draft draft)
{
    /// <summary>Releases all that a run held; <paramref name="run"/> is the run before its end.</summary>
    public void Release(Run run, Run ended)
    {
        foreach (var need in run.Needs)
        {
            if (draft.Hold(need.Resource, run.Id) is not { IsLingering: false } hold)
                continue;
            var after = run.IsActive ? Linger(hold, run, ended) : null;
            if (after is null)
                draft.Drop(hold);
            else
                draft.Put(after);
            if (need.Resource.Kind == ResourceKind.Key && run.IsActive)
                EndWaitersOf(need.Resource, ended, after);
        }
    }

    /// <summary>Lets what lingered only for the sake of a lost run's processes go.</summary>
    public void ForgetRemains(Run lost)
    {
        foreach (var need in lost.Needs)
            if (draft.Hold(need.Resource, lost.Id) is { UntilIfGone: { } until } hold)
                if (until > draft.Now)
                    draft.Put(hold with { Until = until, UntilIfGone = null });
                else
                    draft.Drop(hold);
    }

    /// <summary>Ends the window of a tombstone. What it stays for beside that, the processes of a lost run, it stays for.</summary>
    public void Pass(Hold tombstone)
    {
        var until =
            tombstone.After == Conclusion.Lost && draft.Run(tombstone.Run) is { EndedAt: { } end } lost
                ? end + LockDelayOf(tombstone.Linger, lost)
                : draft.Now;
        if (until <= draft.Now)
            draft.Drop(tombstone);
        else
            draft.Put(
                tombstone with
                {
                    Until = until,
                    UntilIfGone = null,
                    Linger = tombstone.Linger with { Failure = TimeSpan.Zero },
                }
            );
    }

    private static TimeSpan LockDelayOf(Lingering linger, Run lost) =>
        linger.LockDelay ?? (lost.RemainsGone ? TimeSpan.Zero : Limits.LockDelay);

    private Hold? Linger(Hold hold, Run run, Run ended)
    {
        var (until, ifGone) = ended.Conclusion switch
        {
            Conclusion.Success => Both(ended.EndedAt!.Value + hold.Linger.Success),
            Conclusion.Failure => Both(ended.EndedAt!.Value + hold.Linger.Failure),
            Conclusion.Lost => AfterLoss(hold.Linger, run),
            _ => Both(draft.Now),
        };
        if (until <= draft.Now)
            return null;
        return hold with { Until = until, UntilIfGone = ifGone == until ? null : ifGone, After = ended.Conclusion };
    }

    private static (Instant, Instant) Both(Instant until) => (until, until);

    /// <summary>A loss counts as a failure from the last renewal on; the lock-delay counts from now.</summary>
    private (Instant Until, Instant IfGone) AfterLoss(Lingering linger, Run run)
    {
        var failure = run.RenewedAt + linger.Failure;
        var gone = Instant.Later(failure, draft.Now + (linger.LockDelay ?? TimeSpan.Zero));
        return run.RemainsGone
            ? Both(gone)
            : (Instant.Later(gone, draft.Now + (linger.LockDelay ?? Limits.LockDelay)), gone);
    }

    /// <summary>Those who waited for the key's owner end with it, unless its end lets the first of them take over.</summary>
    private void EndWaitersOf(ResourceName key, Run owner, Hold? lingering)
    {
        var settled = owner.Conclusion == Conclusion.Success || IsTombstone(lingering);
        if (!settled)
            return;
        var reason = new Reason.DuplicateOf(key, owner.Id, owner.Conclusion, lingering?.Until);
        foreach (var run in draft.Line(key).ToList())
            if (draft.Run(run.Id) is { State: RunState.Waiting } waiting)
                new Endings(draft).Conclude(waiting, Conclusion.Duplicate, reason);
    }

    /// <summary>Whether a lingering hold says that the work is done, or given up; one that lingers for a lock-delay does not.</summary>
    public static bool IsTombstone(Hold? hold) =>
        hold is { IsLingering: true, After: { } after }
        && (after != Conclusion.Lost || hold.Linger.Failure > TimeSpan.Zero);
}
