using Baton.Engine.Applying;
using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Settling;

/// <summary>Gives a run all that it needs, with one fresh token.</summary>
internal readonly struct Granting(Draft draft)
{
    /// <summary>Starts a run; its burst collapses into it.</summary>
    public void Grant(Run run)
    {
        var burst = BurstOf(run);
        var token = draft.NextToken();
        foreach (var need in run.Needs)
            Take(run, need, token);
        var granted = run with
        {
            State = RunState.Running,
            Place = run.Place with { Standing = Standing.Ready },
            Token = token,
            Counter = 0,
            RenewedAt = draft.Now,
            StartedAt = draft.Now,
            Lease = FirstLease(run),
            Reason = new Reason.Free(),
            StandsFor = burst.Count == 0 ? run.StandsFor : [.. run.StandsFor, .. RequestsOf(burst)],
        };
        draft.Put(granted);
        draft.Tell(RecordKind.Granted, granted, granted.Reason);
        foreach (var other in burst)
            new Endings(draft).Conclude(
                other,
                Conclusion.Superseded,
                new Reason.SupersededBy(other.Needs[0].Resource, run.Id)
            );
    }

    /// <summary>Takes the keys of a run at its asking, all or none.</summary>
    public void TakeKeys(Run run, List<Need> keys)
    {
        var token = draft.NextToken();
        foreach (var need in keys)
            Take(run, need, token);
        draft.Put(run with { Token = token });
    }

    /// <summary>Who asked a moment ago hears the answer; who has waited, without a word, has to say that it is still there.</summary>
    private TimeSpan FirstLease(Run run) =>
        run.Ask.TakeUp is { } soon && soon < run.Ask.Lease && draft.IsStored(run.Id) ? soon : run.Ask.Lease;

    private void Take(Run run, Need need, long token)
    {
        var units = need.At(draft.Resource(need.Resource)!.Settings.Capacity);
        var hold = new Hold(need.Resource, run.Id, units, token, need.Linger);
        draft.Put(
            need.Linger.SinceGrant > TimeSpan.Zero ? hold with { Until = draft.Now + need.Linger.SinceGrant } : hold
        );
    }

    private List<Run> BurstOf(Run run) =>
        run.Burst is null
            ? []
            : [.. draft.Line(run.Needs[0].Resource).Where(other => other.Burst == run.Burst && other.Id != run.Id)];

    private static IEnumerable<RequestId> RequestsOf(List<Run> burst) => burst.Select(other => other.Ask.Request);
}
