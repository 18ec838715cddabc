using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Proof.Checks;
using Baton.Runtime.Runs;

namespace Baton.Proof.Simulating;

/// <summary>
/// What counts in the end: not what a store says, but who works. Work is excused only if the store has called its run lost,
/// nobody has said that it is gone, and its owner is dead or was frozen: then nothing but the fence keeps it away from others.
/// </summary>
internal sealed class WorkChecks(World world)
{
    // A process that goes on after a freeze needs a moment to see what has become of it.
    private static readonly TimeSpan Bewildered = TimeSpan.FromSeconds(3);

    /// <summary>Promise 1: who begins to work doesn't do so beside others who fill the group.</summary>
    public void Begins(Work begun)
    {
        if (begun.Owner.SaidUnprotected)
            return;
        foreach (var need in NeedsOf(begun))
        {
            var capacity = world.Ledger.Scope.Resource(need.Resource)?.Settings.Capacity ?? need.Settings.Capacity;
            var together = world.Works.Where(work => work.IsOn && !IsExcused(work)).ToList();
            var taken = together
                .SelectMany(NeedsOf)
                .Where(one => one.Resource == need.Resource)
                .Sum(one => one.At(capacity));
            if (taken > capacity)
                throw new BrokenPromiseException(
                    $"{string.Join(" and ", together.Select(work => work.Run))} work at once on {need.Resource} (promise 1)"
                );
        }
    }

    /// <summary>Promises 9 and 12: nobody who can act works past the end of what he may trust, unless he has said so.</summary>
    public void Trusts()
    {
        foreach (var work in world.Works)
            if (
                work is { IsOn: true, Owner: { IsAlive: true, IsFrozen: false, SaidUnprotected: false } owner }
                && !IsBewildered(owner)
                && owner.Heard is var (sent, lease)
                && world.Schedule.Now - sent > lease.Ticks
            )
                throw new BrokenPromiseException($"{work.Run} works on an old word of the store (promises 9 and 12)");
    }

    /// <summary>A process that has ended leaves nothing at work.</summary>
    public void Leaves(SimulatedProcess ended)
    {
        foreach (var work in world.Works)
            if (work.IsOn && work.Owner == ended)
                throw new BrokenPromiseException($"{ended.Name} ends and leaves {work.Run} at work (promise 1)");
    }

    /// <summary>What a process says at its end is what the store says (promise 8).</summary>
    public void Told(RunEnd? end)
    {
        var said = end switch
        {
            RunEnd.Finished finished => finished.Run,
            RunEnd.Stopped stopped => stopped.Run,
            RunEnd.NotStarted { Run.Reason: not Reason.AskedElsewhere } over => over.Run,
            _ => null,
        };
        if (said is { IsLive: false } && world.Ledger.Scope.Run(said.Id)?.Conclusion != said.Conclusion)
            throw new BrokenPromiseException(
                $"{said.Id} is told to have ended {said.Conclusion}, and hasn't (promise 8)"
            );
    }

    private static IEnumerable<Need> NeedsOf(Work work) =>
        work.Owner.Ask!.Needs.Where(need => need.Resource.Kind == ResourceKind.Group);

    private bool IsExcused(Work work) =>
        work.Owner.SaidUnprotected
        || (
            world.Ledger.Scope.Run(new RunId(work.Run)) is { Conclusion: Conclusion.Lost, RemainsGone: false }
            && (work.Owner is { IsAlive: false } or { IsFrozen: true } || IsBewildered(work.Owner))
        );

    private bool IsBewildered(SimulatedProcess process) =>
        process.ThawedAt is { } at && world.Schedule.Now - at < Bewildered.Ticks;
}
