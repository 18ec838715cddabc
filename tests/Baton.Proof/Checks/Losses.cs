using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>Promise 9: there is no way to lose a lease but evidence about the very lease; and promise 1: what then lingers.</summary>
internal static class Losses
{
    public static void Check(MemoryScope before, Command command, Outcome outcome)
    {
        foreach (var put in outcome.Changes.OfType<Change.PutRun>())
        {
            if (put.Run.Conclusion == Conclusion.Lost && put.Before?.Conclusion != Conclusion.Lost)
                HasEvidence(before, command, put.Run.Id);
            if (
                put is
                {
                    Run: { State: RunState.Ended, Conclusion: Conclusion.Lost, RemainsGone: false },
                    Before.IsActive: true
                }
            )
                Lingers(before, outcome, put.Run);
        }
    }

    private static void HasEvidence(MemoryScope before, Command command, RunId lost)
    {
        if (command is not Command.Expire expire || expire.Run != lost || before.Run(lost) is not { } run)
            throw new BrokenPromiseException($"{lost} is lost without evidence (promise 9)");
        if (expire.Token != run.Token || expire.Counter != run.Counter)
            throw new BrokenPromiseException($"{lost} is lost by evidence about an older lease (promise 9)");
        var enough = expire.Evidence switch
        {
            Evidence.HolderDead dead => dead.Domain.Length > 0 && dead.Domain == run.Ask.Owner.Domain,
            Evidence.ServiceSilent => run.Ask.Owner.IsOfService,
            Evidence.SeenUnrenewed seen => seen.For >= run.Lease,
            _ => false,
        };
        if (!enough)
            throw new BrokenPromiseException($"{lost} is lost by evidence that is too weak (promise 9)");
    }

    /// <summary>While nobody has said that its processes are gone, what a lost run held stays taken for the lock-delay.</summary>
    private static void Lingers(MemoryScope before, Outcome outcome, Run lost)
    {
        foreach (var need in lost.Needs.Where(need => need.Resource.Kind == ResourceKind.Group))
        {
            var until = lost.EndedAt!.Value + (need.Linger.LockDelay ?? Limits.LockDelay);
            if (before.Hold(need.Resource, lost.Id) is not { IsLingering: false } || until <= lost.EndedAt)
                continue;
            if (
                !outcome
                    .Changes.OfType<Change.PutHold>()
                    .Any(put =>
                        put.Hold.Run == lost.Id && put.Hold.Resource == need.Resource && put.Hold.Until >= until
                    )
            )
                throw new BrokenPromiseException(
                    $"{need.Resource} is free at once after {lost.Id} was lost (promise 1)"
                );
        }
    }
}
