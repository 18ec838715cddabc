using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>
/// The only ways to lose a lease, and what may be said of a lost run afterwards. No clock of anybody's is asked: whoever
/// calls a run lost must have evidence, and the run must stand exactly as it was seen.
/// </summary>
internal readonly struct Losses(Draft draft)
{
    public Decision Expire(Command.Expire command)
    {
        if (draft.Run(command.Run) is not { } run)
            return new Decision.Refused(new Refusal.UnknownRun(command.Run));
        if (run.Token != command.Token || run.Counter != command.Counter)
            return new Decision.Refused(new Refusal.Renewed(run.Id, run.Counter));
        if (!run.IsLive)
            return Decision.On(run);
        if (run.IsConcluding)
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        if (ReasonFor(run, command.Evidence) is not { } reason)
            return new Decision.Refused(new Refusal.EvidenceTooWeak(run.Id));
        var lost = run with { RemainsGone = command.Remains == Remains.Gone };
        draft.Put(lost);
        new Endings(draft).Conclude(lost, Conclusion.Lost, reason);
        return Decision.On(draft.Run(run.Id)!);
    }

    public Decision Attest(Command.Attest command)
    {
        if (draft.Run(command.Run) is not { } run)
            return new Decision.Refused(new Refusal.UnknownRun(command.Run));
        if (run.Conclusion != Conclusion.Lost)
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        if (run.RemainsGone)
            return Decision.On(run);
        var gone = run with { RemainsGone = true };
        draft.Put(gone);
        draft.Tell(RecordKind.Attested, gone, null);
        if (!gone.IsLive)
            new Releasing(draft).ForgetRemains(gone);
        return Decision.On(gone);
    }

    private Reason? ReasonFor(Run run, Evidence evidence) =>
        evidence switch
        {
            Evidence.HolderDead dead when dead.Domain == run.Ask.Owner.Domain && dead.Domain.Length > 0 =>
                new Reason.OwnerDead(dead.Domain),
            Evidence.ServiceSilent when run.Ask.Owner.IsOfService && draft.Now - run.RenewedAt >= run.Lease =>
                new Reason.Unrenewed(draft.Now - run.RenewedAt),
            Evidence.SeenUnrenewed seen when seen.For >= run.Lease => new Reason.Unrenewed(seen.For),
            _ => null,
        };
}
