using System.Diagnostics;
using System.Runtime.InteropServices;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Runs;

/// <summary>Runs a command although the store can't be used, because somebody said `on-unavailable: proceed`.</summary>
/// <param name="plan">What to run.</param>
/// <param name="clock">The boot clock.</param>
/// <param name="withdraw">
/// Takes the request back, if the store had accepted it before it failed; says whether the store heard. Without that it
/// would be granted to a process that no longer keeps its lease.
/// </param>
public sealed class UnprotectedRun(RunPlan plan, BootClock clock, Func<ValueTask<bool>> withdraw)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The last signal that was passed on to the command, if one came.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>Runs it to its end, and gives its exit code. It sees no token: it holds nothing.</summary>
    public async ValueTask<int> RunAsync()
    {
        using var signals = Signals.Catch();
        var environment = plan.Environment.ToDictionary(StringComparer.Ordinal);
        environment.Remove("BATON_TOKEN");
        environment.Remove("BATON_RUN_ID");
        switch (ChildProcess.Start(new ChildCommand(plan.Ask.Run.Value, plan.Command, environment, Orphans.Leave)))
        {
            case ChildStart.Started started:
                using (started.Child)
                    return await AwaitAsync(started.Child, signals).ConfigureAwait(false);
            case ChildStart.Refused refused:
                return refused.ExitCode;
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private async ValueTask<int> AwaitAsync(ChildProcess child, Signals signals)
    {
        var waiter = new Waiter(clock);
        var withdrawn = false;
        while (true)
        {
            if (child.Collect() is { } end)
                return end.ExitCode;
            withdrawn = withdrawn || await withdraw().ConfigureAwait(false);
            waiter.Wait([child, signals], withdrawn ? TimeSpan.FromMinutes(1) : Pause);
            foreach (var signal in signals.Take())
            {
                Signal = signal;
                child.PassOn(signal);
            }
        }
    }
}
