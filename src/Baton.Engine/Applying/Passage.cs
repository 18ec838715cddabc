using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Settling;

namespace Baton.Engine.Applying;

/// <summary>
/// Lets time pass, one moment after another: what lingers goes, who waits too long ends, who is due becomes ready, and
/// after each moment the scope settles. So the outcome is the same whether or not somebody sent a tick at each of them.
/// </summary>
internal readonly struct Passage(Draft draft)
{
    /// <summary>Brings the scope to an instant.</summary>
    public void To(Instant now)
    {
        while (draft.NextMoment() is { } moment && moment <= now)
        {
            draft.AdvanceTo(moment);
            LetGo(moment);
            Wake(moment);
            new Settler(draft).Settle();
            GiveUp(moment);
            new Settler(draft).Settle();
        }
        draft.AdvanceTo(now);
    }

    private void LetGo(Instant moment)
    {
        foreach (var hold in draft.HoldsByTime().TakeWhile(hold => hold.Until <= moment).ToList())
            draft.Drop(hold);
    }

    private void Wake(Instant moment)
    {
        foreach (var run in Changing(moment))
            if (run.NotBefore <= moment)
                draft.Put(run with { NotBefore = null, Place = run.Place with { Standing = Awake(run) } });
    }

    private static Standing Awake(Run run) => run.Leads ? Standing.Ready : Standing.Dormant;

    private void GiveUp(Instant moment)
    {
        foreach (var run in Changing(moment))
            if (run.Deadline <= moment && draft.Run(run.Id) is { State: RunState.Waiting } waiting)
                new Endings(draft).Conclude(
                    waiting,
                    Conclusion.TimedOut,
                    new Reason.WaitedTooLong(run.Ask.MaxWait!.Value)
                );
    }

    private List<Run> Changing(Instant moment) => [.. draft.RunsByTime().TakeWhile(run => run.NextTime <= moment)];
}
