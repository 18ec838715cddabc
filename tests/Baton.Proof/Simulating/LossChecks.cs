using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Proof.Checks;
using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>Promise 9 against what the world knows and no process can: whether evidence was true.</summary>
internal sealed class LossChecks(World world)
{
    public void Check(Command command, Outcome outcome)
    {
        if (command is not Command.Expire expire)
            return;
        var lost = outcome
            .Changes.OfType<Change.PutRun>()
            .FirstOrDefault(put => put.Run.Id == expire.Run && put.Run.Conclusion == Conclusion.Lost);
        if (lost?.Before is { } run)
            IsTrue(expire, run);
    }

    private void IsTrue(Command.Expire expire, Run run)
    {
        if (expire.Evidence is Evidence.HolderDead && OwnerOf(run) is { IsAlive: true })
            throw new BrokenPromiseException($"{run.Id} is called lost, and its owner lives (promise 9)");
        if (expire.Evidence is Evidence.SeenUnrenewed && world.Ledger.Now - run.RenewedAt < run.Lease)
            throw new BrokenPromiseException($"{run.Id} is called lost before its lease is over (promise 9)");
        if (
            expire.Remains == Engine.Commands.Remains.Gone
            && world.Works.Any(work => work.IsOn && work.Run == run.Id.Value)
        )
            throw new BrokenPromiseException($"{run.Id} is attested to be gone, and works (promise 9)");
    }

    private SimulatedProcess? OwnerOf(Run run) =>
        world
            .Hosts.FirstOrDefault(host => host.Domain.Text == run.Ask.Owner.Domain)
            ?.Find(ProcessIdentity.Parse(run.Ask.Owner.Process)!.Value);
}
