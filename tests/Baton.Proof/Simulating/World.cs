using System.Runtime.InteropServices;
using Baton.Engine.Runs;
using Baton.Proof.Checks;
using Baton.Runtime.Coordination;
using Baton.Runtime.Kernel;
using Baton.Runtime.Runs;
using Baton.Runtime.Stores;

namespace Baton.Proof.Simulating;

/// <summary>
/// Hosts, processes, one store and one clock. The engine and everything that a `baton run` does between its request and its
/// end are the real ones (<see cref="CommandRun"/>); below them all is made up, and goes wrong as the seed says.
/// </summary>
internal sealed class World
{
    private readonly List<Work> _works = [];
    private int _pids = 100;

    public World(int seed, Fittings fittings)
    {
        Chance = new Random(seed);
        Fittings = fittings;
        Schedule = new Schedule(Chance);
        Faults = new Faults(Chance);
        Ledger = new Ledger(this, fittings);
        Checks = new WorkChecks(this);
        Wishes = new Wishes(Chance);
        Hosts =
        [
            .. Enumerable
                .Range(1, Chance.Next(1, 4))
                .Select(number => new Host(number, TimeSpan.FromHours(Chance.Next(1000)))),
        ];
    }

    public Random Chance { get; }

    public Fittings Fittings { get; }

    public Schedule Schedule { get; }

    public Faults Faults { get; }

    public Ledger Ledger { get; }

    public WorkChecks Checks { get; }

    public Wishes Wishes { get; }

    public IReadOnlyList<Host> Hosts { get; }

    public Trace Trace { get; } = new();

    /// <summary>Work that is or was going on lately.</summary>
    public IReadOnlyList<Work> Works => _works;

    /// <summary>The processes that live.</summary>
    public List<SimulatedProcess> Processes { get; } = [];

    /// <summary>What went wrong inside a process, where an exception would meet code that catches it.</summary>
    public string? Violation { get; private set; }

    /// <summary>How long something takes that is quick.</summary>
    public TimeSpan Brief() => Chance.NextDouble() * TimeSpan.FromMilliseconds(20);

    /// <summary>How much later than asked for the kernel wakes somebody.</summary>
    public TimeSpan Lateness() => Chance.NextDouble() * TimeSpan.FromMilliseconds(1);

    public void Tell(string who, string what) => Trace.Add(Schedule.Time, who, what);

    /// <summary>Something a process must not catch.</summary>
    public void Violate(string what) => Violation ??= what;

    /// <summary>Starts a process for somebody.</summary>
    public SimulatedProcess Launch(Job job, Host host, bool sameRequest)
    {
        var process = new SimulatedProcess(this, host, ++_pids);
        host.Add(process);
        Processes.Add(process);
        job.Process = process;
        var machine = Fittings.Machine(new SimulatedMachine(this, process), process);
        var here = new Surroundings("", host.Domain, process.Identity, machine);
        process.Ask = job.Ask(sameRequest) with { Owner = here.Owner };
        Tell(process.Name, $"starts for {job.Name}");
        Schedule.After(Brief(), process, () => _ = LiveAsync(job, process, here));
        return process;
    }

    /// <summary>Starts a command for a process.</summary>
    public Work Start(SimulatedProcess process, ChildCommand command)
    {
        var work = new Work(this, process, command);
        process.Host.Works.Add(work);
        _works.RemoveAll(old => !old.IsOn);
        _works.Add(work);
        Tell(process.Name, $"begins to work for {work.Run}");
        Guard(() => Checks.Begins(work));
        return work;
    }

    /// <summary>A process ends here and now.</summary>
    public void End(SimulatedProcess process)
    {
        Processes.Remove(process);
        process.End();
    }

    public void Ask(SimulatedProcess process, PosixSignal signal) => process.Signals?.Add(signal);

    /// <summary>Checks; what is broken is kept for later.</summary>
    public void Guard(Action check)
    {
        try
        {
            check();
        }
        catch (BrokenPromiseException broken)
        {
            Violate(broken.Message);
        }
    }

    private async Task LiveAsync(Job job, SimulatedProcess process, Surroundings here)
    {
        var plan = Fittings.Plan(
            new RunPlan
            {
                Ask = process.Ask!,
                Command = ["work"],
                Environment = new Dictionary<string, string>(StringComparer.Ordinal),
                Scope = "simulated",
                Store = "simulated:",
                Grace = job.Grace,
                ProceedsUnprotected = job.Proceeds,
            }
        );
        var store = Fittings.Store(new FaultyStore(this, process), process);
        RunEnd? end = null;
        try
        {
            end = await new CommandRun(plan, here, new Observer(process, job))
                .RunAsync(store, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (StoreException) { }
        catch (Exception wrong)
        {
            Violate($"{process.Name}: {wrong.Message}");
        }
        Leave(job, process, end);
    }

    private void Leave(Job job, SimulatedProcess process, RunEnd? end)
    {
        Tell(process.Name, $"ends: {end?.GetType().Name ?? "the store failed"}");
        Guard(() => Checks.Leaves(process));
        Guard(() => Checks.Told(end));
        End(process);
        job.IsDone = end is RunEnd.Finished;
        job.Answer = end is null or RunEnd.LeaseLost or RunEnd.NotRecorded ? null : end.GetType().Name;
    }

    /// <summary>What a process tells, as its user would read it.</summary>
    private sealed class Observer(SimulatedProcess process, Job job) : IRunObserver
    {
        public void Answered(Engine.Decision decision) { }

        public void StoreFails(StoreException failure) { }

        public ValueTask WaitsAsync(Picture picture, CancellationToken cancellation) => ValueTask.CompletedTask;

        public void Granted(Run run) { }

        public void Stops(Run run) { }

        // Only who was told to may go on: saying so is no excuse for the others.
        public void Unprotected(string why) => process.SaidUnprotected = job.Proceeds;
    }
}
