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
    private bool _interrupted;

    /// <summary>Runs the command in a scope.</summary>
    /// <exception cref="StoreException">The store can't be reached, and the command has not been started.</exception>
    /// <exception cref="RequestRefusedException">The request itself was refused.</exception>
    public async ValueTask<RunEnd> RunAsync(IScopeStore store, CancellationToken cancellation)
    {
        using var signals = Signals.Catch();
        using var seat = new Seat(store, here, plan.Ask, observer.Answered) { OnPicture = observer.WaitsAsync };
        var taken = await seat.TakeAsync(signals, cancellation).ConfigureAwait(false);
        while (taken is WaitEnd.Granted granted)
        {
            var end = await StartAsync(seat, signals, granted, cancellation).ConfigureAwait(false);
            if (end is not RunEnd.Stopped { Run.State: RunState.Waiting })
                return end;
            taken = await seat.TakeAgainAsync(signals, cancellation).ConfigureAwait(false);
        }
        return taken switch
        {
            WaitEnd.Over over => new RunEnd.NotStarted(over.Run),
            WaitEnd.Interrupted interrupted => new RunEnd.Interrupted(interrupted.Run, interrupted.Signal),
            _ => throw new UnreachableException(taken.GetType().Name),
        };
    }

    private async ValueTask<RunEnd> StartAsync(
        Seat seat,
        Signals signals,
        WaitEnd.Granted granted,
        CancellationToken cancellation
    )
    {
        var trust = new Trust(here.Clock, granted.Run.Lease, granted.Since);
        observer.Granted(granted.Run);
        using var folder = new OwnFolder(granted.Run.Id.Value);
        var tenure = new Tenure(seat, trust, granted.Run, observer);
        if (
            trust.Left <= TimeSpan.Zero
            && !(await tenure.RenewAsync(cancellation).ConfigureAwait(false) && tenure.Run.IsActive)
        )
            return new RunEnd.LeaseLost(granted.Run, "its lease was over before the command could be started");
        var command = new ChildCommand(
            granted.Run.Id.Value,
            plan.Command,
            ChildEnvironment.For(plan, granted.Run, folder.Path),
            Orphans.Adopt
        );
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

    private async ValueTask<RunEnd> AttendAsync(Attended attended, CancellationToken cancellation)
    {
        var run = attended.Tenure.Run;
        attended.Child.Note.Write(here.Folder);
        try
        {
            await TellNextAsync(attended.Tenure.Seat, run, cancellation).ConfigureAwait(false);
            return await KeepAsync(attended, cancellation).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(TreeNote.PathOf(here.Folder, run.Id.Value));
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
            if (unprotected is null && trust.Left <= TimeSpan.Zero)
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
        _interrupted = true;
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
        await attended.Tenure.EndAsync(Conclusion.Cancelled, _waiter, cancellation).ConfigureAwait(false);
        return new RunEnd.Stopped(attended.Tenure.Run);
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
        var code = end.Child.ExitCode;
        var conclusion =
            code == 0 ? Conclusion.Success
            : _interrupted ? Conclusion.Cancelled
            : Conclusion.Failure;
        var token = attended.Tenure.Run.Token;
        var failure = await attended.Tenure.EndAsync(conclusion, _waiter, cancellation).ConfigureAwait(false);
        var ended = attended.Tenure.Run;
        if (failure is not null)
            return new RunEnd.NotRecorded(ended, code, failure);
        if (ended.Conclusion == Conclusion.Lost || ended.Token != token)
            return end.Unprotected is null
                ? new RunEnd.LeaseLost(ended, "it was called lost while the command ran")
                : new RunEnd.Finished(ended, code, end.Unprotected);
        return new RunEnd.Finished(ended, code, end.Unprotected);
    }

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
