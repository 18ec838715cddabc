using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Keeping;

/// <summary>A kept run as a step sees it, which has its id and its token and nothing else.</summary>
/// <param name="store">The scope.</param>
/// <param name="doorbells">Wake those whom a decision concerns; the keeper is one of them.</param>
/// <param name="clock">The boot clock.</param>
public sealed class StepLease(IScopeStore store, Doorbells doorbells, BootClock clock)
{
    private const int Rounds = 5;

    /// <summary>Renews the run, and says where it stands.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<StepStanding> RenewAsync(RunId run, long token, CancellationToken cancellation)
    {
        for (var round = 1; ; round++)
        {
            var found = await store.ReadAsync((view, _) => view.Run(run), cancellation).ConfigureAwait(false);
            if (Settled(run, token, found) is { } settled)
                return settled;
            var attempt = clock.GetTimestamp();
            var applied = await ApplyAsync(new Command.Renew(run, token, found!.Counter), cancellation)
                .ConfigureAwait(false);
            var now = applied.Decisions[0].About;
            // Another renewal that came in between is as good, but when it was attempted is not known here: once more.
            var isOurs = applied.Changes.Any(change =>
                change is Change.PutRun put && put.Run.Id == run && put.Run.Counter == found.Counter + 1
            );
            if (now is not null && (isOurs || now.State != RunState.Running))
                return Settled(run, token, now)
                    ?? new StepStanding.Holds(now, (now.Lease * 0.9) - clock.GetElapsedTime(attempt));
            if (round == Rounds)
                return new StepStanding.Holds(found, TimeSpan.Zero);
        }
    }

    /// <summary>Ends the run. One that has ended stays as it is.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<StepStanding> EndAsync(
        RunId run,
        long token,
        Conclusion conclusion,
        CancellationToken cancellation
    )
    {
        var applied = await ApplyAsync(new Command.End(run, token, conclusion), cancellation).ConfigureAwait(false);
        return applied.Decisions[0] switch
        {
            Decision.Refused refused => new StepStanding.Refused(refused.Refusal),
            { About: { } about } => new StepStanding.Over(about),
            _ => new StepStanding.Refused(new Refusal.UnknownRun(run)),
        };
    }

    private async ValueTask<Applied> ApplyAsync(Command command, CancellationToken cancellation)
    {
        var applied = await store.ApplyAsync([command], cancellation).ConfigureAwait(false);
        doorbells.RingFor(applied.Changes, null);
        return applied;
    }

    private static StepStanding? Settled(RunId id, long token, Run? run) =>
        run switch
        {
            null => new StepStanding.Refused(new Refusal.UnknownRun(id)),
            _ when run.Token != token => new StepStanding.Refused(new Refusal.NotHolder(id, run.Token)),
            { State: RunState.Ended } or { IsConcluding: true } => new StepStanding.Over(run),
            { State: RunState.Stopping } => new StepStanding.MustStop(run),
            { State: RunState.Waiting } => new StepStanding.Refused(new Refusal.WrongState(id)),
            _ => null,
        };
}
