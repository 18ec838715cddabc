using System.Diagnostics;
using System.Runtime.InteropServices;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Runs;

/// <summary>
/// Runs a command under a run: asks, waits, starts it, keeps the lease, passes signals on, stops it when it is told to,
/// and says how it ended. Everything happens on one thread in one wait, so that nothing can happen between two looks.
/// </summary>
/// <param name="plan">What to run.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="observer">Told what happens.</param>
public sealed class CommandRun(RunPlan plan, Surroundings here, IRunObserver observer)
{
    private readonly Waiter _waiter = new(here.Clock);
    private bool _interrupted; // while the command ran
    private long _endedAt; // the boot clock's reading before the run was ended, and perhaps put back in line

    /// <summary>The last signal that was passed on to the command, if one came.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>Runs the command in a scope.</summary>
    /// <exception cref="StoreException">The store can't be reached, and the command has not been started.</exception>
    /// <exception cref="RequestRefusedException">The request itself was refused.</exception>
    public async ValueTask<RunEnd> RunAsync(IScopeStore store, CancellationToken cancellation)
    {
        using var folder = new OwnFolder(plan.Ask.Run.Value); // what may fail here fails before anything is asked
        using var signals = Signals.Catch();
        using var seat = new Seat(store, here, plan.Ask, observer) { OnPicture = observer.WaitsAsync };
        var taken = await seat.TakeAsync(signals, cancellation).ConfigureAwait(false);
        while (taken is WaitEnd.Granted granted)
        {
            var tenure = new Tenure(
                seat,
                new Trust(here.Clock, granted.Run.Lease, granted.Since),
                granted.Run,
                observer
            );
            var end = await HoldAsync(tenure, signals, folder, cancellation).ConfigureAwait(false);
            if (end is not RunEnd.Stopped { Run: { IsLive: true, IsConcluding: false } })
                return end; // a preempted run may be in line again, or granted again already
            if (_interrupted)
                return await LeaveAsync(tenure, cancellation).ConfigureAwait(false);
            taken = await seat.TakeAgainAsync(signals, _endedAt, cancellation).ConfigureAwait(false);
        }
        return taken switch
        {
            WaitEnd.Over over => new RunEnd.NotStarted(over.Run),
            WaitEnd.Interrupted interrupted => new RunEnd.Interrupted(interrupted.Run, interrupted.Signal),
            _ => throw new UnreachableException(taken.GetType().Name),
        };
    }

    private async ValueTask<RunEnd> LeaveAsync(Tenure tenure, CancellationToken cancellation)
    {
        await tenure.EndAsync(Conclusion.Cancelled, _waiter, cancellation).ConfigureAwait(false);
        return new RunEnd.Stopped(tenure.Run);
    }

    /// <summary>Whatever goes wrong on the way, the run is ended: nobody else could know that it isn't at work.</summary>
    private async ValueTask<RunEnd> HoldAsync(
        Tenure tenure,
        Signals signals,
        OwnFolder folder,
        CancellationToken cancellation
    )
    {
        _interrupted = false;
        observer.Granted(tenure.Run);
        try
        {
            return await NotToStartAsync(tenure, signals, cancellation).ConfigureAwait(false)
                ?? await StartAsync(tenure, signals, folder, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not StoreException)
        {
            await tenure.EndAsync(Conclusion.Failure, _waiter, cancellation).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A signal or a stop that came before the command was started, or a lease that is over already.</summary>
    private async ValueTask<RunEnd?> NotToStartAsync(Tenure tenure, Signals signals, CancellationToken cancellation)
    {
        if (tenure.Trust.Left <= TimeSpan.Zero)
            if (!await tenure.RenewAsync(cancellation).ConfigureAwait(false) || !tenure.Run.IsActive)
                return new RunEnd.LeaseLost(tenure.Run, "its lease was over before the command could be started");
        if (signals.Take() is [var signal, ..])
        {
            await tenure.EndAsync(Conclusion.Cancelled, _waiter, cancellation).ConfigureAwait(false);
            return new RunEnd.Interrupted(tenure.Run, signal);
        }
        if (tenure.Run.State != RunState.Stopping)
            return null;
        return await EndStoppedAsync(tenure, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<RunEnd> StartAsync(
        Tenure tenure,
        Signals signals,
        OwnFolder folder,
        CancellationToken cancellation
    )
    {
        var command = new ChildCommand(
            tenure.Run.Id.Value,
            plan.Command,
            ChildEnvironment.For(plan, tenure.Run, folder.Path),
            Orphans.Adopt
        );
        RunFolder.Write(here.Folder, to => TreeNote.Begin(to, command.Run));
        try
        {
            switch (ChildProcess.Start(command))
            {
                case ChildStart.Refused refused:
                    await tenure.EndAsync(Conclusion.Failure, _waiter, cancellation).ConfigureAwait(false);
                    return new RunEnd.Unstartable(tenure.Run, refused.ExitCode, refused.Message);
                case ChildStart.Started started:
                    using (started.Child)
                        return await AttendAsync(new Attended(tenure, signals, started.Child), cancellation)
                            .ConfigureAwait(false);
                case var other:
                    throw new UnreachableException(other.GetType().Name);
            }
        }
        finally
        {
            RunFolder.Forget(here.Folder, tenure.Run.Id);
        }
    }

    private async ValueTask<RunEnd> AttendAsync(Attended attended, CancellationToken cancellation)
    {
        var run = attended.Tenure.Run;
        try
        {
            attended.Child.Note.Complete(here.Folder);
            await TellNextAsync(attended.Tenure.Seat, run, cancellation).ConfigureAwait(false);
            return await KeepAsync(attended, cancellation).ConfigureAwait(false);
        }
        catch (Exception)
        {
            attended.Child.EndAll(here.Clock, Kernel.Remains.Bound); // a command that nobody looks after would run on
            throw;
        }
    }

    private async ValueTask<RunEnd> KeepAsync(Attended attended, CancellationToken cancellation)
    {
        var (tenure, signals, child) = attended;
        var trust = tenure.Trust;
        string? unprotected = null;
        while (true)
        {
            var run = tenure.Run;
            if (child.Collect() is { } end)
                return await FinishAsync(attended, (end, unprotected), cancellation).ConfigureAwait(false);
            if (run.State == RunState.Stopping)
                return await StopAsync(attended, cancellation).ConfigureAwait(false);
            if (!run.IsLive)
                return Lose(attended, "somebody else has ended the run");
            if (unprotected is null && trust.Left <= TimeSpan.Zero && !trust.IsSpent)
            {
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
                continue;
            }
            if (unprotected is null && trust.IsSpent)
            {
                unprotected = "the store could not be reached until the end of the lease";
                if (!plan.ProceedsUnprotected)
                    return Lose(attended, unprotected);
                observer.Unprotected(unprotected);
            }
            var bound = trust.UntilRenewal < trust.Left || unprotected is not null ? trust.UntilRenewal : trust.Left;
            _waiter.Wait([child, tenure.Seat.Bell, signals], bound);
            foreach (var signal in signals.Take())
                PassOn(child, signal);
            var rung = tenure.Seat.Bell.Silence();
            if (child.Collect() is null && (rung || trust.UntilRenewal <= TimeSpan.Zero || trust.Left <= TimeSpan.Zero))
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
        }
    }

    private void PassOn(ChildProcess child, PosixSignal signal)
    {
        (_interrupted, Signal) = (true, signal);
        child.PassOn(signal);
    }

    private async ValueTask<RunEnd> StopAsync(Attended attended, CancellationToken cancellation)
    {
        var run = attended.Tenure.Run;
        observer.Stops(run);
        var started = here.Clock.GetTimestamp();
        var grace = plan.Grace;
        try
        {
            await attended
                .Tenure.Seat.ApplyAsync(new Command.Acknowledge(run.Id, run.Token, grace), cancellation)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure);
            grace = attended.Tenure.Trust.Left < grace ? attended.Tenure.Trust.Left : grace; // the old lease ends when it ends
        }
        attended.Child.Stop((grace * 0.9) - here.Clock.GetElapsedTime(started), here.Clock);
        return await EndStoppedAsync(attended.Tenure, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<RunEnd> EndStoppedAsync(Tenure tenure, CancellationToken cancellation)
    {
        _endedAt = here.Clock.GetTimestamp();
        var failure = await tenure.EndAsync(Conclusion.Cancelled, _waiter, cancellation).ConfigureAwait(false);
        return failure is null
            ? new RunEnd.Stopped(tenure.Run)
            : new RunEnd.LeaseLost(
                tenure.Run,
                $"it was told to stop, and the store did not hear that it has: {failure}"
            );
    }

    private RunEnd.LeaseLost Lose(Attended attended, string why)
    {
        attended.Child.EndAll(here.Clock, Kernel.Remains.Bound);
        return new(attended.Tenure.Run, why);
    }

    private async ValueTask<RunEnd> FinishAsync(
        Attended attended,
        (ChildEnd Child, string? Unprotected) end,
        CancellationToken cancellation
    )
    {
        // A killed command may leave others behind that it had started: they work under this run's name.
        if (end.Child is not ChildEnd.Exited)
            attended.Child.Stop(Least(plan.Grace, attended.Tenure.Trust.Left), here.Clock);
        var code = end.Child.ExitCode;
        var conclusion =
            code == 0 ? Conclusion.Success
            : _interrupted ? Conclusion.Cancelled
            : Conclusion.Failure;
        var token = attended.Tenure.Run.Token;
        _endedAt = here.Clock.GetTimestamp();
        var failure = await attended.Tenure.EndAsync(conclusion, _waiter, cancellation).ConfigureAwait(false);
        var ended = attended.Tenure.Run;
        if (failure is not null)
            return new RunEnd.NotRecorded(ended, code, failure);
        if (ended is { IsLive: true, IsConcluding: false })
            return new RunEnd.Stopped(ended); // it failed in the instant in which it was preempted
        if (ended.Conclusion == Conclusion.Lost || ended.Token != token)
            return end.Unprotected is null
                ? new RunEnd.LeaseLost(ended, "it was called lost while the command ran")
                : new RunEnd.Finished(ended, code, end.Unprotected);
        return new RunEnd.Finished(ended, code, end.Unprotected);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async ValueTask TellNextAsync(Seat seat, Run run, CancellationToken cancellation)
    {
        try
        {
            await seat.TellNextAsync(run, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure); // the next in line looks by itself within a second
        }
    }

    private sealed record Attended(Tenure Tenure, Signals Signals, ChildProcess Child);
}
