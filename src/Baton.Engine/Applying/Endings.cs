using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>
/// The one path on which runs stop and end, whatever the cause and whatever they hold. A run that ends while runs inside
/// it live stays, stopping, until they are gone: they may work under its holds.
/// </summary>
internal readonly struct Endings(Draft draft)
{
    /// <summary>Tells a run to stop; one that waits ends at once, one that stops already goes on for its first reason.</summary>
    public void Stop(RunId id, Conclusion conclusion, Reason reason)
    {
        var run = draft.Run(id)!;
        if (run.State == RunState.Waiting)
        {
            Conclude(run, conclusion, reason);
            return;
        }
        if (run.State != RunState.Running && !IsToReturn(run, conclusion))
            return;
        var stop = run.Stop is { } first
            ? first with
            {
                Conclusion = conclusion,
                Reason = reason,
            }
            : new Stop(conclusion, reason, draft.Now);
        var stopping = run with { State = RunState.Stopping, Stop = stop };
        draft.Put(stopping);
        draft.Tell(RecordKind.Stopping, stopping, reason);
        StopInside(id);
    }

    /// <summary>Whether a stopping run would wait again, and is now told to end for good.</summary>
    private static bool IsToReturn(Run run, Conclusion conclusion) =>
        run is { State: RunState.Stopping, IsConcluding: false, Stop.Conclusion: Conclusion.Preempted }
        && conclusion != Conclusion.Preempted;

    /// <summary>Ends a run, or lets it wait for the runs inside it.</summary>
    public void Conclude(Run run, Conclusion conclusion, Reason reason)
    {
        if (run.IsActive && StopInside(run.Id))
        {
            var concluding = run with
            {
                State = RunState.Stopping,
                Conclusion = conclusion,
                Reason = reason,
                EndedAt = null,
            };
            draft.Put(concluding);
            draft.Tell(RecordKind.Concluding, concluding, reason);
            return;
        }
        if (run.State == RunState.Waiting)
            StopInside(run.Id);
        Finish(draft.Run(run.Id)! with { EndedAt = run.EndedAt }, conclusion, reason);
    }

    /// <summary>Stops all runs inside a run; says whether any of them still lives.</summary>
    private bool StopInside(RunId id)
    {
        Run[] inside = [.. draft.Inside(id)];
        foreach (var nested in inside)
            Stop(nested.Id, Conclusion.Cancelled, new Reason.ParentOver(id));
        return inside.Length > 0 && draft.Inside(id).Any();
    }

    private void Finish(Run run, Conclusion conclusion, Reason reason)
    {
        if (conclusion == Conclusion.Preempted && !run.IsConcluding && IsRequeued(run))
        {
            Requeue(run, reason);
            return;
        }
        var ended = run with
        {
            State = RunState.Ended,
            Conclusion = conclusion,
            Reason = reason,
            EndedAt = run.EndedAt ?? draft.Now, // a service may have reported when
        };
        if (run.State == RunState.Waiting)
            PassLead(run);
        draft.Put(ended);
        draft.Tell(RecordKind.Ended, ended, reason);
        new Releasing(draft).Release(run, ended);
        FinishParent(run);
    }

    private void FinishParent(Run run)
    {
        if (run.Parent is { } id && draft.Run(id) is { IsConcluding: true } parent && !draft.Inside(id).Any())
            Finish(parent, parent.Conclusion!.Value, parent.Reason!);
    }

    private bool IsRequeued(Run run)
    {
        foreach (var need in run.Needs)
            if (draft.Resource(need.Resource)?.Settings.Preempted == Preempted.Requeue)
                return true;
        return false;
    }

    /// <summary>
    /// Lets a preempted run wait again with its first time of asking; it keeps its keys. Its token is a new one, so that a
    /// word that was meant for its first stay, and comes a second time, doesn't touch the next.
    /// </summary>
    private void Requeue(Run run, Reason reason)
    {
        var waiting = run with
        {
            State = RunState.Waiting,
            Place = run.Place with { Standing = Standing.Ready },
            Stop = null,
            Conclusion = null,
            StartedAt = null,
            EndedAt = null,
            Token = draft.NextToken(),
            Counter = 0,
            RenewedAt = draft.Now,
            Lease = run.Ask.Lease,
            Reason = reason,
            Burst = null,
            Leads = true,
            Deadline = run.Ask.MaxWait is { } wait ? draft.Now + wait : null,
        };
        foreach (var need in run.Needs)
            draft.Adopt(need);
        draft.Put(waiting);
        draft.Tell(RecordKind.Requeued, waiting, reason);
        foreach (var need in run.Needs)
            if (draft.Hold(need.Resource, run.Id) is { IsLingering: false } hold)
                if (need.Resource.Kind == ResourceKind.Key)
                    draft.Put(hold with { Token = waiting.Token });
                else
                    draft.Drop(hold);
    }

    /// <summary>When the leader of a burst goes before its grant, the newest of the others leads.</summary>
    private void PassLead(Run gone)
    {
        if (gone.Burst is null || !gone.Leads)
            return;
        Run? next = null;
        foreach (var run in draft.Line(gone.Needs[0].Resource))
            if (run.Burst == gone.Burst && run.Id != gone.Id && (next is null || run.IsNewerThan(next)))
                next = run;
        if (next is not null)
            draft.Put(next with { Leads = true, Place = next.Place with { Standing = gone.Place.Standing } });
    }
}
