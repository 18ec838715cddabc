using System.Diagnostics;
using System.Runtime.InteropServices;
using Baton.Engine.Runs;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;

namespace Baton.Runtime.Observing;

/// <summary>
/// Runs a command at once and asks beside it what <c>enforce</c> would have decided. The command is started first: not
/// even a store that hangs can keep it from its start.
/// </summary>
/// <param name="plan">What to run.</param>
/// <param name="clock">The boot clock.</param>
/// <param name="shadow">The run in the observed scope; nothing where no request could be made.</param>
public sealed class ObservedRun(RunPlan plan, BootClock clock, Shadow? shadow)
{
    private readonly Waiter _waiter = new(clock);

    /// <summary>The last signal that was passed on to the command, if one came.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>Runs it to its end.</summary>
    public async ValueTask<RunEnd.Observed> RunAsync(CancellationToken cancellation)
    {
        using var signals = Signals.Catch();
        using var folder = OwnFolderOrNone();
        var environment = ChildEnvironment.ForObserved(plan, folder?.Path);
        var started = clock.GetTimestamp();
        switch (ChildProcess.Start(new ChildCommand(plan.Ask.Run.Value, plan.Command, environment, Orphans.Leave)))
        {
            case ChildStart.Started start:
                using (start.Child)
                    return await AttendAsync(start.Child, (signals, started), cancellation).ConfigureAwait(false);
            case ChildStart.Refused refused:
                if (shadow is not null)
                    await shadow.AskAsync(cancellation).ConfigureAwait(false);
                return await EndAsync(refused.ExitCode, TimeSpan.Zero, cancellation).ConfigureAwait(false) with
                {
                    Trouble = refused.Message,
                };
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private async ValueTask<RunEnd.Observed> AttendAsync(
        ChildProcess child,
        (Signals Signals, long Started) from,
        CancellationToken cancellation
    )
    {
        if (shadow is not null)
            await shadow.AskAsync(cancellation).ConfigureAwait(false);
        while (true)
        {
            if (child.Collect() is { } end)
            {
                var took = clock.GetElapsedTime(from.Started);
                return await EndAsync(end.ExitCode, took, cancellation).ConfigureAwait(false);
            }
            IEnumerable<WakeSource> sources = [child, from.Signals];
            var bound = shadow?.UntilLook ?? TimeSpan.FromMinutes(1);
            _waiter.Wait([.. shadow?.Bell is { } bell ? sources.Append(bell.Source) : sources], bound);
            foreach (var signal in from.Signals.Take())
            {
                Signal = signal;
                child.PassOn(signal);
            }
            if (shadow is not null && child.Collect() is null)
                await shadow.LookAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<RunEnd.Observed> EndAsync(int code, TimeSpan took, CancellationToken cancellation)
    {
        var conclusion =
            code == 0 ? Conclusion.Success
            : Signal is not null ? Conclusion.Cancelled
            : Conclusion.Failure;
        if (shadow is not null)
            await shadow.EndAsync(conclusion, took, cancellation).ConfigureAwait(false);
        return new(plan.Ask.Run, code, shadow?.Enforced ?? new Enforced.Unknown("no request could be made"));
    }

    private OwnFolder? OwnFolderOrNone()
    {
        try
        {
            return new OwnFolder(new LocalMachine("", clock), plan.Ask.Run.Value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null; // the command may not need it, and it is to start
        }
    }
}
