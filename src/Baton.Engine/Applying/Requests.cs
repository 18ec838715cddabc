using Baton.Engine.Commands;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Settling;

namespace Baton.Engine.Applying;

/// <summary>
/// Takes a request in: first everything that ends it, over all that it needs, changing nothing (promise 14); then those
/// whom it replaces in line, its keys, and its place.
/// </summary>
internal sealed class Requests(Draft draft)
{
    private readonly List<Warning> _warnings = [];

    /// <summary>Answers a request.</summary>
    public Decision Handle(Ask ask)
    {
        if (ask.Fault() is { } fault)
            return new Decision.Refused(new Refusal.Malformed(fault));
        if (draft.RunOf(ask.Request) is { } known)
            return AskedAgain(known, ask);
        if (draft.Run(ask.Run) is not null)
            return new Decision.Refused(new Refusal.RunTaken(ask.Run));
        var run = Arrive(ask);
        if (new Admission(draft).Judge(run) is { } verdict)
            Turn(run, verdict);
        else
            Admit(run);
        new Settler(draft).Settle();
        return Answer(ask.Run);
    }

    /// <summary>The same answer again; another process that asks the same is told whose request it was.</summary>
    private static Decision AskedAgain(Run known, Ask ask)
    {
        if (!known.Ask.SameAs(ask))
            return new Decision.Refused(new Refusal.OtherContent(ask.Request, known.Id));
        if (!known.IsLive || known.Ask.Owner == ask.Owner)
            return Decision.On(known);
        return new Decision.Ended(
            known with
            {
                Id = ask.Run,
                Ask = ask,
                State = RunState.Ended,
                Conclusion = Conclusion.Duplicate,
                Reason = new Reason.AskedElsewhere(known.Id),
            }
        );
    }

    private Run Arrive(Ask ask)
    {
        if (draft.State.Arrivals == 0)
            draft.SetAging(ask.Aging);
        else if (draft.State.Aging != ask.Aging)
            _warnings.Add(new Warning.AgingDiffers(draft.State.Aging, ask.Aging));
        var run = new Arrival(draft).Make(ask);
        if (ask.Parent is { } parent && run.Parent is null)
            _warnings.Add(new Warning.ParentGone(parent));
        foreach (var need in run.Needs)
            if (draft.ResourceFor(need) is { } resource && resource.Settings != need.Settings)
                _warnings.Add(new Warning.SettingsDiffer(need.Resource, resource.Settings, need.Settings));
        return run;
    }

    private void Turn(Run run, Verdict verdict)
    {
        var ended = run with
        {
            State = RunState.Ended,
            Conclusion = verdict.Conclusion,
            Reason = verdict.Reason,
            EndedAt = draft.Now,
        };
        draft.Put(ended);
        draft.Tell(RecordKind.Ended, ended, verdict.Reason);
    }

    private void Admit(Run run)
    {
        foreach (var need in run.Needs)
            draft.Adopt(need);
        foreach (var (victim, name) in new Admission(draft).Displaced(run))
            Displace(victim, new Reason.SupersededBy(name, run.Id));
        foreach (var need in run.Needs)
            draft.Adopt(need);
        if (run.Burst is null)
            draft.Put(run);
        else
            Lead(run);
        PassWindows(run);
        TakeKeys(run);
    }

    /// <summary>Who asks again takes the place of what lingers of earlier runs: the window then counts from its own end.</summary>
    private void PassWindows(Run run)
    {
        foreach (var need in run.Needs)
            if (need.AsksAgain)
                foreach (var hold in draft.Holds(need.Resource).Where(Releasing.IsTombstone).ToList())
                    new Releasing(draft).Pass(hold);
    }

    /// <summary>Ends a pending run, with the burst that it leads.</summary>
    private void Displace(Run victim, Reason reason)
    {
        var burst = draft
            .Line(victim.Needs[0].Resource)
            .Where(run => run.Burst is not null && run.Burst == victim.Burst);
        foreach (var run in burst.Where(run => run.Id != victim.Id).ToList())
            new Endings(draft).Conclude(run, Conclusion.Superseded, reason);
        new Endings(draft).Conclude(victim, Conclusion.Superseded, reason);
    }

    /// <summary>The newest of a burst leads it; the others wait with it and take nothing.</summary>
    private void Lead(Run run)
    {
        var leader = draft.Line(run.Needs[0].Resource).FirstOrDefault(other => other.Burst == run.Burst && other.Leads);
        var leads = leader is null || run.IsNewerThan(leader);
        draft.Put(run with { Leads = leads });
        if (leads && leader is not null)
            StandBack(leader);
    }

    /// <summary>Who no longer leads leaves its keys to the one that does, or each would wait for the other.</summary>
    private void StandBack(Run leader)
    {
        draft.Put(leader with { Leads = false });
        foreach (var need in leader.Needs)
            if (
                need.Resource.Kind == ResourceKind.Key
                && draft.Hold(need.Resource, leader.Id) is { IsLingering: false } hold
            )
                draft.Drop(hold);
    }

    private void TakeKeys(Run arrived)
    {
        var run = draft.Run(arrived.Id)!;
        var keys = new List<Need>();
        foreach (var need in run.Needs)
            if (need.Resource.Kind == ResourceKind.Key)
                if (Lines.Left(draft, draft.Resource(need.Resource)!, run, 1) >= 1)
                    keys.Add(need);
                else
                    return;
        if (keys.Count > 0)
            new Granting(draft).TakeKeys(run, keys);
    }

    private Decision Answer(RunId id)
    {
        var run = draft.Run(id)!;
        if (run.State == RunState.Waiting)
        {
            run = run with { Reason = Explanation.Of(draft, run) };
            draft.Put(run);
            draft.Tell(RecordKind.Waiting, run, run.Reason);
        }
        return Decision.On(run) with { Warnings = _warnings };
    }
}
