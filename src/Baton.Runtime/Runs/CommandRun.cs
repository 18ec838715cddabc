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
        using var seat = new Seat(store, here, plan.Ask, observer.Answered) { OnPicture = observer.Waits };
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

    private async ValueTask<RunEnd> StartAsync(Seat seat, Signals signals, WaitEnd.Granted granted, CancellationToken cancellation)
    {
        var trust = new Trust(here.Clock, granted.Run.Lease, granted.Since);
        observer.Granted(granted.Run);
        using var folder = new OwnFolder(granted.Run.Id.Value);
        if (trust.Left <= TimeSpan.Zero && await RenewAsync(seat, granted.Run, trust, cancellation).ConfigureAwait(false) is not { IsActive: true })
            return new RunEnd.LeaseLost(granted.Run, "its lease was over before the command could be started");
        var command = new ChildCommand(granted.Run.Id.Value, plan.Command, ChildEnvironment.For(plan, granted.Run, folder.Path), Orphans.Adopt);
        switch (ChildProcess.Start(command))
        {
            case ChildStart.Refused refused:
                var failed = await EndAsync(seat, granted.Run, trust, Conclusion.Failure, cancellation).ConfigureAwait(false);
                return new RunEnd.Unstartable(failed.Run, refused.ExitCode, refused.Message);
            case ChildStart.Started started:
                using (started.Child)
                    return await AttendAsync(new Attended(seat, signals, started.Child, trust), granted.Run, cancellation).ConfigureAwait(false);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private async ValueTask<RunEnd> AttendAsync(Attended attended, Run run, CancellationToken cancellation)
    {
        attended.Child.Note.Write(here.Folder);
        try
        {
            await TellNextAsync(attended.Seat, run, cancellation).ConfigureAwait(false);
            return await KeepAsync(attended, run, cancellation).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(TreeNote.PathOf(here.Folder, run.Id.Value));
        }
    }

    private async ValueTask<RunEnd> KeepAsync(Attended attended, Run run, CancellationToken cancellation)
    {
        var (seat, signals, child, trust) = attended;
        string? unprotected = null;
        while (true)
        {
            if (child.Collect() is { } end)
                return await FinishAsync(attended, run, (end, unprotected), cancellation).ConfigureAwait(false);
            if (run.State == RunState.Stopping)
                return await StopAsync(attended, run, cancellation).ConfigureAwait(false);
            if (!run.IsLive)
                return Lose(attended, run, "somebody else has ended the run");
            if (unprotected is null && trust.Left <= TimeSpan.Zero)
            {
                unprotected = "the store could not be reached until the end of the lease";
                if (!plan.ProceedsUnprotected)
                    return Lose(attended, run, unprotected);
                observer.Unprotected(unprotected);
            }
            var bound = trust.UntilRenewal < trust.Left || unprotected is not null ? trust.UntilRenewal : trust.Left;
            _waiter.Wait([child, seat.Bell, signals], bound);
            foreach (var signal in signals.Take())
                PassOn(child, signal);
            var rung = seat.Bell.Silence();
            if (child.Collect() is null && (rung || trust.UntilRenewal <= TimeSpan.Zero || trust.Left <= TimeSpan.Zero))
                run = await RenewAsync(seat, run, trust, cancellation).ConfigureAwait(false) ?? run;
        }
    }

    private void PassOn(ChildProcess child, PosixSignal signal)
    {
        _interrupted = true;
        child.PassOn(signal);
    }

    /// <summary>Renews; gives the run as it stands, or nothing if the store could not be reached.</summary>
    private async ValueTask<Run?> RenewAsync(Seat seat, Run run, Trust trust, CancellationToken cancellation)
    {
        var attempt = trust.Attempt();
        try
        {
            var decision = await seat.ApplyAsync(new Command.Renew(run.Id, run.Token, run.Counter), cancellation).ConfigureAwait(false);
            trust.Confirm(attempt);
            return decision.About ?? run with { State = RunState.Ended, Conclusion = Conclusion.Lost };
        }
        catch (StoreException failure)
        {
            trust.Fail();
            observer.StoreFails(failure);
            return null;
        }
    }

    private async ValueTask<RunEnd> StopAsync(Attended attended, Run run, CancellationToken cancellation)
    {
        observer.Stops(run);
        var started = here.Clock.GetTimestamp();
        var grace = plan.Grace;
        try
        {
            await attended.Seat.ApplyAsync(new Command.Acknowledge(run.Id, run.Token, grace), cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            observer.StoreFails(failure);
            grace = attended.Trust.Left < grace ? attended.Trust.Left : grace; // the old lease ends when it ends
        }
        attended.Child.Stop((grace * 0.9) - here.Clock.GetElapsedTime(started), here.Clock);
        var ended = await EndAsync(attended.Seat, run, attended.Trust, Conclusion.Cancelled, cancellation).ConfigureAwait(false);
        return new RunEnd.Stopped(ended.Run);
    }

    private RunEnd.LeaseLost Lose(Attended attended, Run run, string why)
    {
        attended.Child.EndAll(here.Clock, Kernel.Remains.Bound);
        return new(run, why);
    }

    private async ValueTask<RunEnd> FinishAsync(Attended attended, Run run, (ChildEnd Child, string? Unprotected) end, CancellationToken cancellation)
    {
        var code = end.Child.ExitCode;
        var conclusion = code == 0 ? Conclusion.Success : _interrupted ? Conclusion.Cancelled : Conclusion.Failure;
        var (ended, failure) = await EndAsync(attended.Seat, run, attended.Trust, conclusion, cancellation).ConfigureAwait(false);
        if (failure is not null)
            return new RunEnd.NotRecorded(ended, code, failure);
        if (ended.Conclusion == Conclusion.Lost || ended.Token != run.Token)
            return end.Unprotected is null
                ? new RunEnd.LeaseLost(ended, "it was called lost while the command ran")
                : new RunEnd.Finished(ended, code, end.Unprotected);
        return new RunEnd.Finished(ended, code, end.Unprotected);
    }

    /// <summary>Says that the run is over, again and again as long as the lease is trusted.</summary>
    private async ValueTask<(Run Run, string? Failure)> EndAsync(Seat seat, Run run, Trust trust, Conclusion conclusion, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var decision = await seat.ApplyAsync(new Command.End(run.Id, run.Token, conclusion), cancellation).ConfigureAwait(false);
                return (decision.About ?? run with { Conclusion = Conclusion.Lost }, null);
            }
            catch (StoreException failure)
            {
                observer.StoreFails(failure);
                if (trust.Left <= TimeSpan.Zero || failure.Fault != StoreFault.Unavailable)
                    return (run, failure.Message);
                _waiter.Wait([], TimeSpan.FromSeconds(1));
            }
        }
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

    private sealed record Attended(Seat Seat, Signals Signals, ChildProcess Child, Trust Trust);
}
