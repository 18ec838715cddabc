using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Proof.Simulating;
using Baton.Runtime.Stores;

namespace Baton.Tests.Engine.Planted;

/// <summary>Faults in a coordinator, in its machine or in its store; only a simulated world has these.</summary>
internal static class CoordinatorFaults
{
    public static readonly IReadOnlyDictionary<string, (int Promise, Fittings Fittings)> All = new Dictionary<
        string,
        (int, Fittings)
    >
    {
        ["writes without looking whether somebody has written"] = (1, Fittings.Real with { IsConditional = false }),
        ["doesn't hear that its lease is lost"] = (1, Hearing(DeafToLoss)),
        ["leaves its command alone when it must end it"] = (
            1,
            Machined(machine => new BrokenMachine(machine) { KillsChildren = false })
        ),
        ["forgets what others have seen before it"] = (
            3,
            Machined(machine => new BrokenMachine(machine) { WatchesTogether = false })
        ),
        ["sleeps until somebody rings"] = (
            5,
            Machined(machine => new BrokenMachine(machine) { WakesByItself = false })
        ),
        ["answers before it has written"] = (8, Fittings.Real with { IsDurable = false }),
        ["says that it has ended before the store has heard"] = (8, Hearing(EndsUnheard)),
        ["takes a living process for a dead one"] = (
            9,
            Machined(machine => new BrokenMachine(machine) { SeesTheLiving = false })
        ),
        ["says that all is gone without having looked"] = (
            9,
            Machined(machine => new BrokenMachine(machine) { EndsRemains = false })
        ),
        ["watches on a clock that runs three times too fast"] = (
            9,
            Machined(machine => new BrokenMachine(machine) { Clock = new WrongClock(machine.Clock) { Rate = 3 } })
        ),
        ["trusts its lease from the answer on"] = (9, TrustingAnswers()),
        ["takes a store that is away for a grant"] = (12, Hearing(GrantsItself)),
        ["goes on without the store, and tells nobody"] = (
            12,
            Fittings.Real with
            {
                Plan = plan => plan with { ProceedsUnprotected = true },
            }
        ),
    };

    /// <summary>Whether a simulated world notices within some seeds.</summary>
    public static bool IsFound(Fittings fittings, int seeds) =>
        Enumerable.Range(1, seeds).Any(seed => Simulation.Of(seed, fittings).Violation is not null);

    private static Fittings Hearing(MisheardStore.Mishearing mishears) =>
        Fittings.Real with
        {
            Store = (store, _) => new MisheardStore(store, mishears),
        };

    private static Fittings Machined(Func<Baton.Runtime.Kernel.IMachine, Baton.Runtime.Kernel.IMachine> other) =>
        Fittings.Real with
        {
            Machine = (machine, _) => other(machine),
        };

    /// <summary>The clock of each process stands still while it waits for the store.</summary>
    private static Fittings TrustingAnswers()
    {
        var clocks = new System.Runtime.CompilerServices.ConditionalWeakTable<SimulatedProcess, WrongClock>();
        return Fittings.Real with
        {
            Machine = (machine, process) =>
            {
                var clock = new WrongClock(machine.Clock);
                clocks.Add(process, clock);
                return new BrokenMachine(machine) { Clock = clock };
            },
            Store = (store, process) =>
                new MisheardStore(
                    store,
                    async (_, send) =>
                    {
                        clocks.TryGetValue(process, out var clock);
                        var before = clock!.GetTimestamp();
                        var applied = await send().ConfigureAwait(false);
                        clock.GoBackTo(before);
                        return applied;
                    }
                ),
        };
    }

    private static async ValueTask<Applied> DeafToLoss(Command command, Func<ValueTask<Applied>> send)
    {
        var applied = await send().ConfigureAwait(false);
        return
            command is Command.Renew
            && applied.Decisions[0] is Decision.Ended { Run: { Conclusion: Conclusion.Lost } run }
            ? applied with
            {
                Decisions = [Decision.On(run with { State = RunState.Running, Counter = run.Counter + 1 })],
                Changes = [new Change.PutRun(run with { Counter = run.Counter + 1 }, run)],
            }
            : applied;
    }

    private static async ValueTask<Applied> EndsUnheard(Command command, Func<ValueTask<Applied>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (StoreException) when (command is Command.End)
        {
            var end = (Command.End)command;
            var run = Made(end.Run, end.Token, RunState.Ended) with { Conclusion = end.Conclusion };
            return Answer(new Decision.Ended(run));
        }
    }

    private static async ValueTask<Applied> GrantsItself(Command command, Func<ValueTask<Applied>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (StoreException) when (command is Command.Request)
        {
            var ask = ((Command.Request)command).Ask;
            return Answer(
                new Decision.Granted(Made(ask.Run, 1, RunState.Running) with { Ask = ask, Lease = ask.Lease })
            );
        }
    }

    private static Applied Answer(Decision decision) => new([decision], [], Instant.Zero, null);

    private static Run Made(RunId id, long token, RunState state) =>
        new()
        {
            Id = id,
            Ask = new()
            {
                Run = id,
                Request = new(id.Value),
                Owner = Owner.Unknown,
                Needs = [],
            },
            State = state,
            AskedAt = Instant.Zero,
            Place = default,
            Needs = [],
            Priority = 20,
            Token = token,
        };
}
