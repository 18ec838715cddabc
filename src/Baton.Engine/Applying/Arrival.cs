using Baton.Engine.Commands;
using Baton.Engine.Nesting;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>Makes a run of a request: its number, its rank, what it needs beyond what its ancestors hold, its burst.</summary>
internal readonly struct Arrival(Draft draft)
{
    /// <summary>The run, waiting; nothing is written yet but its number.</summary>
    public Run Make(Ask ask)
    {
        var ancestors = Ancestry.AncestorsOf(draft, ask.Parent).ToList();
        var needs = BeyondAncestors(ask, ancestors);
        var run = new Run
        {
            Id = ask.Run,
            Ask = ask,
            State = RunState.Waiting,
            AskedAt = draft.Now,
            Place = new(Standing.Ready, RankOf(draft, needs, draft.Now, ask.Priority), draft.NextArrival()),
            Needs = needs,
            Priority = ask.Priority,
            Parent = ancestors.Count > 0 ? ask.Parent : null,
            NotBefore = ask.Delay > TimeSpan.Zero ? draft.Now + ask.Delay : null,
            Deadline = ask.MaxWait is { } wait ? draft.Now + wait : null,
            Lease = ask.Lease,
            RenewedAt = draft.Now,
        };
        return Delayed(Gathered(run));
    }

    /// <summary>The rank of a run; where all its groups are fifo, everybody counts as of the same priority.</summary>
    public static long RankOf(Draft draft, Needs needs, Instant askedAt, int priority)
    {
        var fifo = IsFifo(draft, needs);
        return Place.RankOf(askedAt, fifo ? Limits.DefaultPriority : priority, draft.State.Aging);
    }

    private static bool IsFifo(Draft draft, Needs needs)
    {
        var groups = 0;
        foreach (var need in needs)
            if (need.Resource.Kind == ResourceKind.Group)
                if (SettingsOf(draft, need).Order == LineOrder.Fifo)
                    groups++;
                else
                    return false;
        return groups > 0;
    }

    /// <summary>The settings in force for a need: recorded, or in use, or else its own.</summary>
    public static ResourceSettings SettingsOf(Draft draft, Need need) =>
        draft.ResourceFor(need)?.Settings ?? need.Settings;

    private Needs BeyondAncestors(Ask ask, List<Run> ancestors)
    {
        Needs asked = ask.Needs.Count > 1 ? [.. ask.Needs.OrderBy(need => need.Resource)] : ask.Needs;
        if (ancestors.Count == 0)
            return asked;
        var needs = new List<Need>();
        foreach (var need in asked)
        {
            var held =
                need.Resource.Kind == ResourceKind.Rate ? 0 : Ancestry.UnitsHeld(draft, ancestors, need.Resource);
            if (held == 0)
                needs.Add(need);
            else if (need.At(SettingsOf(draft, need).Capacity) - held is > 0 and var more)
                needs.Add(need with { Units = more });
        }
        return [.. needs];
    }

    /// <summary>Joins the burst that is being gathered for the same needs, or begins one.</summary>
    private Run Gathered(Run run)
    {
        var debounce = TimeSpan.Zero;
        ResourceName? debounced = null;
        foreach (var need in run.Needs)
            if (SettingsOf(draft, need).Debounce is var span && span > TimeSpan.Zero)
                (debounced, debounce) = (debounced ?? need.Resource, span > debounce ? span : debounce);
        if (debounced is not { } name)
            return run;
        foreach (var other in draft.Line(name))
            if (other is { Burst: { } burst, NotBefore: { } until } && until > draft.Now && HasNeedsOf(other, run))
                return run with { Burst = burst, NotBefore = until };
        return run with { Burst = run.Id, NotBefore = draft.Now + debounce };
    }

    private static bool HasNeedsOf(Run other, Run run) =>
        other
            .Needs.Select(need => (need.Resource, need.Units))
            .SequenceEqual(run.Needs.Select(need => (need.Resource, need.Units)));

    private static Run Delayed(Run run) =>
        run.NotBefore is null ? run : run with { Place = run.Place with { Standing = Standing.Dormant } };
}
