using System.Diagnostics;
using System.Runtime.InteropServices;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Fencing;
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
    private bool _interrupted; // while the command ran
    private IReadOnlyList<FencePass> _fences = []; // those that this run has moved
    private long _endedAt; // the boot clock's reading before the run was ended, and perhaps put back in line

    /// <summary>The last signal that was passed on to the command, if one came.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>Runs the command in a scope.</summary>
    /// <exception cref="StoreException">The store can't be reached, and the command has not been started.</exception>
    /// <exception cref="RequestRefusedException">The request itself was refused.</exception>
    public async ValueTask<RunEnd> RunAsync(IScopeStore store, CancellationToken cancellation)
    {
        using var folder = new OwnFolder(here.Machine, plan.Ask.Run.Value); // what may fail here fails before anything is asked
        using var signals = here.Machine.Catch();
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
        await tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
        return new RunEnd.Stopped(tenure.Run);
    }

    /// <summary>Whatever goes wrong on the way, the run is ended: nobody else could know that it isn't at work.</summary>
    private async ValueTask<RunEnd> HoldAsync(
        Tenure tenure,
        ISignals signals,
        OwnFolder folder,
        CancellationToken cancellation
    )
    {
        _interrupted = false;
        observer.Granted(tenure.Run);
        try
        {
            return await NotFencedAsync(tenure, cancellation).ConfigureAwait(false)
                ?? await NotToStartAsync(tenure, signals, cancellation).ConfigureAwait(false)
                ?? await StartAsync(tenure, signals, folder, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not StoreException)
        {
            await tenure.EndAsync(Conclusion.Failure, here.Machine, cancellation).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Moves the fences, for as long as the lease is well trusted; a command without them would not be fenced.</summary>
    private async ValueTask<RunEnd?> NotFencedAsync(Tenure tenure, CancellationToken cancellation)
    {
        if (plan.Fences is not { } fences)
            return null;
        await tenure.TakeUpAsync(cancellation).ConfigureAwait(false);
        var end = await tenure.FenceAsync(fences, cancellation).ConfigureAwait(false);
        if (end is FenceEnd.Moved moved)
        {
            _fences = moved.Passes;
            return null;
        }

        await tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
        return new RunEnd.NotFenced(tenure.Run, (FenceEnd.Failed)end);
    }

    /// <summary>A signal or a stop that came before the command was started, or a lease that is over already.</summary>
    private async ValueTask<RunEnd?> NotToStartAsync(Tenure tenure, ISignals signals, CancellationToken cancellation)
    {
        await tenure.TakeUpAsync(cancellation).ConfigureAwait(false);
        if (tenure.Trust.Left <= TimeSpan.Zero)
            if (!await tenure.RenewAsync(cancellation).ConfigureAwait(false) || !tenure.Run.IsActive)
                return new RunEnd.LeaseLost(tenure.Run, "its lease was over before the command could be started");
        if (signals.Take() is [var signal, ..])
        {
            await tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
            return new RunEnd.Interrupted(tenure.Run, signal);
        }
        if (!tenure.Run.IsLive)
            return new RunEnd.LeaseLost(tenure.Run, "it was called lost before the command could be started");
        if (tenure.Run.State != RunState.Stopping)
            return null;
        return await EndStoppedAsync(tenure, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<RunEnd> StartAsync(
        Tenure tenure,
        ISignals signals,
        OwnFolder folder,
        CancellationToken cancellation
    )
    {
        var command = new ChildCommand(
            tenure.Run.Id.Value,
            plan.Command,
            ChildEnvironment.For(plan, tenure.Run, (folder.Path, _fences)),
            Orphans.Adopt
        );
        here.Machine.BeginNote(command.Run);
        try
        {
            using var child = here.Machine.Start(command, out var refused);
            if (child is not null)
                return await AttendAsync(new Attended(tenure, signals, child), cancellation).ConfigureAwait(false);
            await tenure.EndAsync(Conclusion.Failure, here.Machine, cancellation).ConfigureAwait(false);
            return new RunEnd.Unstartable(tenure.Run, refused!.ExitCode, refused.Message);
        }
        finally
        {
            here.Machine.ForgetNote(command.Run);
        }
    }

    private async ValueTask<RunEnd> AttendAsync(Attended attended, CancellationToken cancellation)
    {
        try
        {
            attended.Child.Note();
            await TellNextAsync(attended.Tenure, cancellation).ConfigureAwait(false);
            return await KeepAsync(attended, cancellation).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await attended.Child.EndAllAsync().ConfigureAwait(false); // a command that nobody looks after would run on
            throw;
        }
    }

    private async ValueTask<RunEnd> KeepAsync(Attended attended, CancellationToken cancellation)
    {
        var (tenure, signals, child) = attended;
        var trust = tenure.Trust;
        string? unprotected = null;
        var looked = here.Clock.GetTimestamp();
        while (true)
        {
            var run = tenure.Run;
            if (child.Collect() is { } end)
                return await FinishAsync(attended, (end, unprotected), cancellation).ConfigureAwait(false);
            if (run.State == RunState.Stopping)
                return await StopAsync(attended, cancellation).ConfigureAwait(false);
            if (!run.IsLive)
                return await LoseAsync(attended, "somebody else has ended the run").ConfigureAwait(false);
            if (unprotected is null && trust is { IsSpent: false, Left.Ticks: <= 0 })
            {
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
                continue;
            }
            if (unprotected is null && trust.IsSpent)
            {
                unprotected = "the store could not be reached until the end of the lease";
                if (!plan.ProceedsUnprotected)
                    return await LoseAsync(attended, unprotected).ConfigureAwait(false);
                observer.Unprotected(unprotected);
            }
            var bound = trust.UntilRenewal < trust.Left || unprotected is not null ? trust.UntilRenewal : trust.Left;
            var look = tenure.Seat.Pace.HolderLook is { } pace
                ? pace - here.Clock.GetElapsedTime(looked)
                : TimeSpan.MaxValue;
            bound = Least(bound, look);
            await here
                .Machine.WaitAsync([child.Source, tenure.Seat.Bell.Source, signals.Source], bound)
                .ConfigureAwait(false);
            foreach (var signal in signals.Take())
                PassOn(child, signal);
            var rung = tenure.Seat.Bell.Silence();
            if (child.Collect() is not null || (trust.IsSpent && unprotected is null))
                continue; // one more try would be made past the end of the lease, and beside the next one
            if (rung || trust.UntilRenewal <= TimeSpan.Zero || trust.Left <= TimeSpan.Zero)
                await tenure.RenewAsync(cancellation).ConfigureAwait(false);
            else if (look <= TimeSpan.Zero || bound == look)
                await tenure.LookAsync(cancellation).ConfigureAwait(false);
            else
                continue;
            looked = here.Clock.GetTimestamp();
        }
    }

    private void PassOn(IChild child, PosixSignal signal)
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
            var seat = attended.Tenure.Seat;
            await attended
                .Tenure.SoonAsync(
                    soon => seat.ApplyAsync(new Command.Acknowledge(run.Id, run.Token, grace), soon),
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure);
            grace = attended.Tenure.Trust.Left < grace ? attended.Tenure.Trust.Left : grace; // the old lease ends when it ends
        }
        await attended.Child.StopAsync((grace * 0.9) - here.Clock.GetElapsedTime(started)).ConfigureAwait(false);
        return await EndStoppedAsync(attended.Tenure, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<RunEnd> EndStoppedAsync(Tenure tenure, CancellationToken cancellation)
    {
        _endedAt = here.Clock.GetTimestamp();
        var failure = await tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
        return failure is null
            ? new RunEnd.Stopped(tenure.Run)
            : new RunEnd.LeaseLost(
                tenure.Run,
                $"it was told to stop, and the store did not hear that it has: {failure}"
            );
    }

    private static async ValueTask<RunEnd> LoseAsync(Attended attended, string why)
    {
        await attended.Child.EndAllAsync().ConfigureAwait(false);
        return new RunEnd.LeaseLost(attended.Tenure.Run, why);
    }

    private async ValueTask<RunEnd> FinishAsync(
        Attended attended,
        (ChildEnd Child, string? Unprotected) end,
        CancellationToken cancellation
    )
    {
        // A killed command may leave others behind that it had started: they work under this run's name.
        if (end.Child is not ChildEnd.Exited)
            await attended.Child.StopAsync(Least(plan.Grace, attended.Tenure.Trust.Left)).ConfigureAwait(false);
        var code = end.Child.ExitCode;
        var conclusion =
            code == 0 ? Conclusion.Success
            : _interrupted ? Conclusion.Cancelled
            : Conclusion.Failure;
        var token = attended.Tenure.Run.Token;
        _endedAt = here.Clock.GetTimestamp();
        var failure = await attended.Tenure.EndAsync(conclusion, here.Machine, cancellation).ConfigureAwait(false);
        var ended = attended.Tenure.Run;
        if (failure is not null)
            return new RunEnd.NotRecorded(ended, code, failure);
        var why = "it was called lost while the command ran";
        if (ended is { IsLive: true, IsConcluding: false })
        {
            if (code != 0)
                return new RunEnd.Stopped(ended); // it failed in the instant in which it was preempted
            // It was put back in line before it had ended. But its work is done: a second time would do it twice.
            await attended.Tenure.EndAsync(Conclusion.Cancelled, here.Machine, cancellation).ConfigureAwait(false);
            ended = attended.Tenure.Run;
            why = "it was put back in line before the command had ended with 0, and is not started again";
        }
        if (ended.Conclusion == Conclusion.Lost || ended.Token != token)
            return end.Unprotected is null
                ? new RunEnd.LeaseLost(ended, why)
                : new RunEnd.Finished(ended, code, end.Unprotected);
        return new RunEnd.Finished(ended, code, end.Unprotected);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async ValueTask TellNextAsync(Tenure tenure, CancellationToken cancellation)
    {
        try
        {
            await tenure
                .SoonAsync(soon => tenure.Seat.TellNextAsync(tenure.Run, soon), cancellation)
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure); // the next in line looks by itself within a second
        }
    }

    private sealed record Attended(Tenure Tenure, ISignals Signals, IChild Child);
}
