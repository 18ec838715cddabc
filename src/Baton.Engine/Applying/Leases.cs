using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>What an owner says of its own run: renewed, told, over. Each is idempotent by run, token and counter.</summary>
internal readonly struct Leases(Draft draft)
{
    public Decision Renew(Command.Renew command) =>
        Owned(command.Run, command.Token, out var run)
        ?? run switch
        {
            { State: RunState.Stopping } => Decision.On(run),
            _ when run.Counter == command.Counter => Decision.On(Renewed(run)),
            _ when run.Counter == command.Counter + 1 => Decision.On(run),
            _ => new Decision.Refused(new Refusal.Renewed(run.Id, run.Counter)),
        };

    public Decision Acknowledge(Command.Acknowledge command)
    {
        if (Owned(command.Run, command.Token, out var run) is { } refused)
            return refused;
        if (run is not { State: RunState.Stopping, Stop: { } stop })
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        if (stop.Acknowledged)
            return Decision.On(run);
        var knows = run with
        {
            Stop = stop with { Acknowledged = true },
            Counter = run.Counter + 1,
            Lease = command.Grace > Limits.ShortestLease ? command.Grace : Limits.ShortestLease,
            RenewedAt = draft.Now,
        };
        draft.Put(knows);
        draft.Tell(RecordKind.Acknowledged, knows, stop.Reason);
        return Decision.On(knows);
    }

    public Decision End(Command.End command)
    {
        if (command.Conclusion is not (Conclusion.Success or Conclusion.Failure or Conclusion.Cancelled))
            return new Decision.Refused(
                new Refusal.Malformed("an owner ends its run with success, failure or cancelled")
            );
        if (command.Ago is { } span && (span < TimeSpan.Zero || span > Limits.LongestSpan))
            return new Decision.Refused(new Refusal.Malformed("work was over a span of up to a year ago"));
        if (Owned(command.Run, command.Token, out var run) is { } refused)
            return refused;
        if (command.Ago is not null && !run.Ask.Owner.IsOfService)
            return new Decision.Refused(
                new Refusal.Malformed("only of a service's run can somebody else tell the end")
            );
        if (run.IsConcluding)
            return Decision.On(run);
        if (run.State == RunState.Waiting && command.Conclusion == Conclusion.Success)
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        var told = run.Stop is { } stop && command.Conclusion != Conclusion.Success ? stop : null;
        var reason = command.Ago is { } ago ? new Reason.EndReported(ago) : (Reason)new Reason.WorkOver();
        if (command.Ago is { } since)
            run = run with { EndedAt = Instant.Later(draft.Now + -since, run.StartedAt ?? run.AskedAt) };
        new Endings(draft).Conclude(run, told?.Conclusion ?? command.Conclusion, told?.Reason ?? reason);
        return Decision.On(draft.Run(run.Id)!);
    }

    public Decision RaiseToken(Command.RaiseToken command)
    {
        if (Owned(command.Run, command.Token, out var run) is { } refused)
            return refused;
        if (run.State != RunState.Running)
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        var raised = run with { Token = draft.NextToken(command.Above), Counter = 0, RenewedAt = draft.Now };
        foreach (var need in run.Needs)
            if (draft.Hold(need.Resource, run.Id) is { } hold)
                draft.Put(hold with { Token = raised.Token });
        draft.Put(raised);
        draft.Tell(RecordKind.TokenRaised, raised, new Reason.TokenSeen(command.Above));
        return Decision.On(raised);
    }

    /// <summary>The refusal or the final answer for whoever isn't the live run's owner.</summary>
    private Decision? Owned(RunId id, long token, out Run run)
    {
        run = draft.Run(id)!;
        if (run is null)
            return new Decision.Refused(new Refusal.UnknownRun(id));
        if (run.Token != token)
            return new Decision.Refused(new Refusal.NotHolder(id, run.Token));
        return run.IsLive ? null : Decision.On(run);
    }

    private Run Renewed(Run run)
    {
        var renewed = run with
        {
            Counter = run.Counter + 1,
            RenewedAt = draft.Now,
            Lease = run.State == RunState.Running ? run.Ask.Lease : run.Lease, // taken up
        };
        draft.Put(renewed);
        return renewed;
    }
}
