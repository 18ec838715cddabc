using System.Diagnostics;
using Baton.Engine.Applying;
using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Settling;
using Baton.Engine.Views;

namespace Baton.Engine;

/// <summary>
/// The decision engine: commands in, one outcome out. It does no I/O, reads no clock and takes no chances, so the same
/// view, commands and instant always give the same outcome; every store, the simulator and the explorer run this one.
/// </summary>
public static class Engine
{
    /// <summary>
    /// Applies commands in their order, each seeing the changes of those before it. Changes nothing itself: the outcome is
    /// to be written in one transaction that is conditional on the scope's version, or dropped.
    /// </summary>
    /// <param name="view">The scope as it stands; must not change meanwhile.</param>
    /// <param name="commands">What is asked.</param>
    /// <param name="now">Scope time; an instant before the scope's own time counts as that.</param>
    public static Outcome Apply(IScopeView view, IReadOnlyList<Command> commands, Instant now)
    {
        if (view.State.Elsewhere is { } elsewhere)
            return new([.. commands.Select(command => Elsewhere(command, elsewhere))], [], [], null);
        var draft = new Draft(view);
        new Passage(draft).To(now);
        var decisions = new Decision[commands.Count];
        for (var at = 0; at < decisions.Length; at++)
            decisions[at] = Handle(draft, commands[at]);
        return draft.Close(decisions);
    }

    /// <summary>Nothing is decided here any more; that time passes is no decision.</summary>
    private static Decision Elsewhere(Command command, Elsewhere elsewhere) =>
        command is Command.Tick ? new Decision.Done() : new Decision.Refused(new Refusal.NotHere(elsewhere));

    private static Decision Handle(Draft draft, Command command)
    {
        var decision = command switch
        {
            Command.Request request => new Requests(draft).Handle(request.Ask),
            Command.Renew renew => new Leases(draft).Renew(renew),
            Command.Acknowledge acknowledge => new Leases(draft).Acknowledge(acknowledge),
            Command.End end => new Leases(draft).End(end),
            Command.RaiseToken raise => new Leases(draft).RaiseToken(raise),
            Command.Expire expire => new Losses(draft).Expire(expire),
            Command.Attest attest => new Losses(draft).Attest(attest),
            Command.Cancel cancel => new Operators(draft).Cancel(cancel),
            Command.Release release => new Operators(draft).Release(release),
            Command.Pause pause => new Operators(draft).Pause(pause),
            Command.Resume resume => new Operators(draft).Resume(resume),
            Command.Reprioritise reprioritise => new Operators(draft).Reprioritise(reprioritise),
            Command.Configure configure => new Operators(draft).Configure(configure),
            Command.ReportUnprotected report => Report(draft, report),
            Command.ReportObserved report => Report(draft, report),
            Command.ReportJob report => Report(draft, report),
            Command.Tick => new Decision.Done(),
            _ => throw new UnreachableException($"the engine knows no command {command.GetType().Name}"),
        };
        new Settler(draft).Settle();
        new Passage(draft).To(draft.Now); // a requeued run may have waited long enough already
        return Fresh(draft, decision);
    }

    /// <summary>An answer about a run tells how it stands after settling.</summary>
    private static Decision Fresh(Draft draft, Decision decision) =>
        decision.About is { } run && draft.Run(run.Id) is { } now && !ReferenceEquals(now, run)
            ? Decision.On(now) with
            {
                Warnings = decision.Warnings,
            }
            : decision;

    private static Decision.Done Report(Draft draft, Command.ReportUnprotected report)
    {
        var reason = new Reason.Said(report.Origin.Actor ?? "", report.Why);
        draft.Tell(new Record(RecordKind.Unprotected, draft.Now, null, null, reason) { Origin = report.Origin });
        return new Decision.Done();
    }

    private static Decision.Done Report(Draft draft, Command.ReportJob report)
    {
        draft.Tell(
            new Record(RecordKind.Reported, draft.Now, report.Run, null, report.Job)
            {
                Conclusion = report.Conclusion,
                Origin = report.Origin,
            }
        );
        return new Decision.Done();
    }

    private static Decision Report(Draft draft, Command.ReportObserved report)
    {
        var (seen, at) = (report.Observation, draft.Now);
        if (seen.Ask.Fault() is { } fault)
            return new Decision.Refused(new Refusal.Malformed(fault));
        if (seen.Took < TimeSpan.Zero || seen.Took > Limits.LongestSpan)
            return new Decision.Refused(new Refusal.Malformed("a command runs for a span of up to a year"));
        draft.Tell(
            new Record(RecordKind.Observed, at, seen.Ask.Run, null, report.Against)
            {
                Conclusion = seen.Conclusion,
                Observation = seen,
            }
        );
        return new Decision.Done();
    }
}
