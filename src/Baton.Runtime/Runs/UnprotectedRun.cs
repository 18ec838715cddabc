using System.Diagnostics;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Runs;

/// <summary>Runs a command although the store can't be used, because somebody said `on-unavailable: proceed`.</summary>
/// <param name="plan">What to run.</param>
/// <param name="clock">The boot clock.</param>
public sealed class UnprotectedRun(RunPlan plan, BootClock clock)
{
    /// <summary>Runs it to its end, and gives its exit code. It sees no token: it holds nothing.</summary>
    public int Run()
    {
        using var signals = Signals.Catch();
        var environment = plan.Environment.ToDictionary(StringComparer.Ordinal);
        environment.Remove("BATON_TOKEN");
        environment.Remove("BATON_RUN_ID");
        switch (ChildProcess.Start(new ChildCommand(plan.Ask.Run.Value, plan.Command, environment, Orphans.Leave)))
        {
            case ChildStart.Started started:
                using (started.Child)
                    return Await(started.Child, signals);
            case ChildStart.Refused refused:
                return refused.ExitCode;
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private int Await(ChildProcess child, Signals signals)
    {
        var waiter = new Waiter(clock);
        while (true)
        {
            if (child.Collect() is { } end)
                return end.ExitCode;
            waiter.Wait([child, signals], TimeSpan.FromMinutes(1));
            foreach (var signal in signals.Take())
                child.PassOn(signal);
        }
    }
}
