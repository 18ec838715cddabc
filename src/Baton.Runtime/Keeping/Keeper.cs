using System.Diagnostics;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Fencing;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Keeping;

/// <summary>
/// Keeps a run for work that is not its child: the steps of a job, each a process of its own. It asks and waits itself,
/// so that the run has one owner from the asking to the end, and it renews until somebody releases the run, the followed
/// process ends or the time is over. Since nobody can end the steps for it, a lost keeper leaves its holds taken for the
/// lock-delay.
/// </summary>
/// <param name="order">What to keep.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="observer">Told what happens.</param>
public sealed class Keeper(KeepOrder order, Surroundings here, IRunObserver observer)
{
    /// <summary>Told when the run is granted and its fences are moved, and before it is kept.</summary>
    public Action<Run, IReadOnlyList<FencePass>> OnGranted { get; init; } = (_, _) => { };

    /// <summary>Moves the fences of the run's groups; nothing where they have none.</summary>
    public FenceTaker? Fences { get; init; }

    /// <summary>Told once it has acknowledged that the run is to stop; only whoever asked for it can end the steps.</summary>
    public Func<Run, CancellationToken, ValueTask> OnStopped { get; init; } = (_, _) => ValueTask.CompletedTask;

    /// <summary>Asks, waits and keeps.</summary>
    /// <exception cref="StoreException">The store can't be reached, and nothing is held.</exception>
    /// <exception cref="RequestRefusedException">The request itself was refused.</exception>
    public async ValueTask<KeptEnd> KeepAsync(IScopeStore store, Tether tether, CancellationToken cancellation)
    {
        var ask = order.Ask with { Owner = here.Owner };
        using var signals = here.Machine.Catch();
        using var followed = order.Follow is { } process ? ProcessWatch.Of(process) : null;
        using var seat = new Seat(store, here, ask, observer)
        {
            OnPicture = observer.WaitsAsync,
            WaitsFor = tether.Source,
        };
        RunFolder.Write(here.Folder, Note(ask).Write); // before anybody can find the run without it
        var end = await seat.TakeAsync(signals, cancellation).ConfigureAwait(false) switch
        {
            WaitEnd.Over over => new KeptEnd.NotGranted(over.Run),
            WaitEnd.Interrupted interrupted => new KeptEnd.NotGranted(interrupted.Run),
            WaitEnd.Granted granted => await AttendAsync(
                    new Ties(TenureOf(seat, granted), tether, signals, followed),
                    cancellation
                )
                .ConfigureAwait(false),
            var other => throw new UnreachableException(other.GetType().Name),
        };
        if (end is not KeptEnd.GivenUp)
            here.Machine.ForgetNote(ask.Run.Value);
        return end;
    }

    private TreeNote Note(Ask ask) => TreeNote.Ours(ask.Run.Value, null) with { IsKept = true, Follows = order.Follow };

    private Tenure TenureOf(Seat seat, WaitEnd.Granted granted) =>
        new(seat, new Trust(here.Clock, granted.Run.Lease, granted.Since), granted.Run, observer);

    private async ValueTask<KeptEnd> AttendAsync(Ties ties, CancellationToken cancellation)
    {
        await ties.Tenure.TakeUpAsync(cancellation).ConfigureAwait(false);
        observer.Granted(ties.Tenure.Run);
        var end = Fences is null
            ? new FenceEnd.Moved(ties.Tenure.Run, [])
            : await ties.Tenure.FenceAsync(Fences, cancellation).ConfigureAwait(false);
        if (end is not FenceEnd.Moved moved)
        {
            await ties.Tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
            return new KeptEnd.NotFenced(ties.Tenure.Run, (FenceEnd.Failed)end);
        }

        var run = ties.Tenure.Run;
        OnGranted(run, moved.Passes);
        try
        {
            await ties
                .Tenure.SoonAsync(soon => ties.Tenure.Seat.TellNextAsync(run, soon), cancellation)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure); // the next in line looks by itself within a second
        }
        return await HoldAsync(ties, here.Clock.GetTimestamp(), cancellation).ConfigureAwait(false);
    }

    private async ValueTask<KeptEnd> HoldAsync(Ties ties, long since, CancellationToken cancellation)
    {
        var (tenure, unprotected) = (ties.Tenure, false);
        (long Since, TimeSpan Grace)? stopping = null;
        var looked = here.Clock.GetTimestamp();
        while (true)
        {
            if (!tenure.Run.IsLive)
                return tenure.Run.Conclusion == Conclusion.Lost
                    ? new KeptEnd.GivenUp(tenure.Run, "the run was called lost")
                    : new KeptEnd.Over(tenure.Run, "the run was released");
            if (tenure.Run.State == RunState.Stopping)
                stopping ??= (
                    here.Clock.GetTimestamp(),
                    await AcknowledgeAsync(tenure, cancellation).ConfigureAwait(false)
                );
            else if (!unprotected && tenure.Trust is { IsSpent: false, Left.Ticks: <= 0 })
            {
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
                continue;
            }
            else if (!unprotected && tenure.Trust.IsSpent)
            {
                const string why = "the store could not be reached until the end of the lease";
                if (!order.ProceedsUnprotected)
                    return new KeptEnd.GivenUp(tenure.Run, why);
                observer.Unprotected(why);
                unprotected = true;
            }
            var left = stopping is { } stop
                ? (stop.Grace * 0.9) - here.Clock.GetElapsedTime(stop.Since)
                : TimeSpan.MaxValue;
            var until = Least(left, order.HoldAtMost - here.Clock.GetElapsedTime(since));
            if (await EndOfAsync(ties, left, until).ConfigureAwait(false) is { } over)
                return await EndAsync(tenure, over, cancellation).ConfigureAwait(false);
            var renewal = stopping is not null ? until : tenure.Trust.UntilRenewal;
            var trusted = stopping is not null || unprotected ? until : tenure.Trust.Left;
            var look = tenure.Seat.Pace.HolderLook is { } pace
                ? pace - here.Clock.GetElapsedTime(looked)
                : TimeSpan.MaxValue;
            var bound = Least(Least(until, look), Least(renewal, trusted));
            await here.Machine.WaitAsync(ties.Sources, bound).ConfigureAwait(false);
            ties.Tether.Hear();
            var rung = tenure.Seat.Bell.Silence();
            if (tenure.Trust.IsSpent && stopping is null && !unprotected)
                continue;
            if (
                rung
                || (
                    stopping is null
                    && (tenure.Trust.UntilRenewal <= TimeSpan.Zero || tenure.Trust.Left <= TimeSpan.Zero)
                )
            )
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
            else if (bound == look)
                await tenure.LookAsync(cancellation).ConfigureAwait(false);
            else
                continue;
            looked = here.Clock.GetTimestamp();
        }
    }

    /// <summary>Why the run is to be ended now, if it is.</summary>
    private async ValueTask<string?> EndOfAsync(Ties ties, TimeSpan grace, TimeSpan until) =>
        ties.Signals.Take() is [var signal, ..] ? $"the keeper was told to end ({signal})"
        : ties.Tether.IsCut ? "whoever asked for the run is gone and has told nobody of it"
        : await HasFollowedEndedAsync(ties).ConfigureAwait(false) ? "the process that it followed has ended"
        : ties.Tenure.Run.State == RunState.Waiting ? "it was put back in line, and steps can't start again"
        : grace <= TimeSpan.Zero ? "it was told to stop, and its grace is over"
        : until <= TimeSpan.Zero ? $"it was kept for {Spans.Of(order.HoldAtMost)}, which is the most that was allowed"
        : null;

    private async ValueTask<KeptEnd> EndAsync(Tenure tenure, string why, CancellationToken cancellation)
    {
        do
        {
            if (
                await tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false) is
                { } failure
            )
                return new KeptEnd.GivenUp(tenure.Run, failure);
        } while (tenure.Run is { IsLive: true, IsConcluding: false }); // preempted, it was put back in line: it leaves that too
        return new KeptEnd.Over(tenure.Run, why);
    }

    /// <summary>Says that the stop was heard; there is no child to stop, so the steps have the grace to notice.</summary>
    private async ValueTask<TimeSpan> AcknowledgeAsync(Tenure tenure, CancellationToken cancellation)
    {
        observer.Stops(tenure.Run);
        var told = tenure.Run;
        try
        {
            await tenure
                .SoonAsync(
                    soon =>
                        tenure.Seat.ApplyAsync(
                            new Command.Acknowledge(tenure.Run.Id, tenure.Run.Token, order.Grace),
                            soon
                        ),
                    cancellation
                )
                .ConfigureAwait(false);
            await OnStopped(told, cancellation).ConfigureAwait(false);
            return order.Grace;
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure);
            return Least(tenure.Trust.Left, order.Grace); // the old lease ends when it ends
        }
    }

    private async ValueTask<bool> HasFollowedEndedAsync(Ties ties) =>
        ties.Followed is not null
        && (await here.Machine.WaitAsync([ties.Followed], TimeSpan.Zero).ConfigureAwait(false)).Count > 0;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Ties(Tenure Tenure, Tether Tether, ISignals Signals, ProcessWatch? Followed)
    {
        public IReadOnlyList<WakeSource> Sources =>
            [
                Tenure.Seat.Bell.Source,
                Signals.Source,
                .. Followed is null ? (WakeSource[])[] : [Followed],
                .. Tether.IsHandedOver ? (WakeSource[])[] : [Tether.Source],
            ];
    }
}
