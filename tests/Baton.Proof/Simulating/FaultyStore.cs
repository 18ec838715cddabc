using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores;

namespace Baton.Proof.Simulating;

/// <summary>
/// The store of a simulated world, as one process reaches it: words get lost on the way there and on the way back, take
/// their time, meet those of others, and sometimes nobody is there. What it commits, it keeps.
/// </summary>
internal sealed class FaultyStore(World world, SimulatedProcess process) : IScopeStore
{
    private Ledger Ledger => world.Ledger;

    public string Scope => "simulated";

    public async ValueTask<Applied> ApplyAsync(IReadOnlyList<Command> commands, CancellationToken cancellation)
    {
        var sent = world.Schedule.Now;
        await TravelAsync(Fault.LostRequest, cancellation).ConfigureAwait(false);
        var (outcome, at) = await DecideAsync(commands, cancellation).ConfigureAwait(false);
        world.Tell(process.Name, $"{Words.Of(commands[0])} -> {Words.Of(outcome.Decisions[0])}");
        await TravelAsync(Fault.LostAnswer, cancellation).ConfigureAwait(false);
        Hear(commands[0], outcome.Decisions[0], sent);
        return new(outcome.Decisions, outcome.Changes, at, outcome.Due);
    }

    public async ValueTask<T> ReadAsync<T>(Func<IScopeView, Instant, T> read, CancellationToken cancellation)
    {
        var sent = world.Schedule.Now;
        await TravelAsync(Fault.LostRequest, cancellation).ConfigureAwait(false);
        var answer = read(Ledger.Scope, Ledger.Now);
        var own = Ledger.Scope.Run(process.Ask!.Run);
        await TravelAsync(Fault.LostAnswer, cancellation).ConfigureAwait(false);
        if (own is { State: RunState.Running })
            process.Heard = (sent, own.Lease);
        return answer;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Reads, decides, and writes if nobody has written meanwhile; else begins again.</summary>
    private async ValueTask<(Outcome Outcome, Instant At)> DecideAsync(
        IReadOnlyList<Command> commands,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var outcome = Ledger.Decide(commands);
            var (read, at) = (Ledger.Scope.State.Version, Ledger.Now);
            await process.PauseAsync(world.Brief(), cancellation).ConfigureAwait(false);
            IsThere();
            if (Ledger.Scope.State.Version != read && world.Fittings.IsConditional)
            {
                world.Faults.Note(Fault.Conflict);
                continue;
            }
            Ledger.Write(commands, outcome, at);
            return (outcome, at);
        }
    }

    private async ValueTask TravelAsync(Fault loss, CancellationToken cancellation)
    {
        var late = world.Faults.Happens(Fault.Delay)
            ? TimeSpan.FromSeconds(world.Chance.NextDouble() * 20)
            : TimeSpan.Zero;
        await process.PauseAsync(world.Brief() + late, cancellation).ConfigureAwait(false);
        if (world.Faults.Happens(loss))
        {
            world.Tell(process.Name, $"{loss}");
            throw Unavailable();
        }
        IsThere();
    }

    private void IsThere()
    {
        if (world.Faults.StoreIsAway)
            throw Unavailable();
    }

    private static StoreException Unavailable() => new(StoreFault.Unavailable, "the simulated store is away");

    /// <summary>What the process knows from now on: the world holds it, and the store, to that.</summary>
    private void Hear(Command command, Decision decision, long sent)
    {
        if (decision.About is not { } run || run.Id != process.Ask!.Run)
            return;
        if (Ledger.Scope.Run(run.Id)?.Ask.Owner == process.Ask.Owner)
            Ledger.NoteAnswer(run);
        if (run.State == RunState.Running || (command is Command.Acknowledge && run.State == RunState.Stopping))
            process.Heard = (sent, run.Lease);
    }
}
