using Baton.Engine.Nesting;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Engine.Settling;

namespace Baton.Engine.Applying;

/// <summary>Judges an arrival by everything that may end it; reads, and changes nothing.</summary>
internal sealed class Admission(Draft draft)
{
    /// <summary>What ends the arrival, or nothing if it may have a place.</summary>
    public Verdict? Judge(Run run) =>
        Filtered(run)
        ?? Nested(run)
        ?? Each(run, static (judge, run, need) => judge.TooMany(run, need))
        ?? Each(run, static (judge, run, need) => judge.Duplicate(run, need))
        ?? Each(run, static (judge, run, need) => judge.NoRoom(run, need))
        ?? Each(run, static (judge, run, need) => judge.Outdated(run, need))
        ?? CircleOf(run)
        ?? Unwilling(run);

    /// <summary>The pending runs that the arrival takes the place of, each with the line that was full.</summary>
    public List<(Run Run, ResourceName Line)> Displaced(Run run)
    {
        var displaced = new List<(Run, ResourceName)>();
        foreach (var need in run.Needs)
            if (Overflows(run, need, out var resource) && OldestPending(resource.Name) is { } oldest)
                if (displaced.TrueForAll(one => one.Item1.Id != oldest.Id))
                    displaced.Add((oldest, resource.Name));
        return displaced;
    }

    private static Verdict? Filtered(Run run) =>
        run.Ask.Filtered is { } why ? new(Conclusion.Filtered, new Reason.NotMeant(why)) : null;

    private Verdict? Nested(Run run)
    {
        var depth = 0;
        foreach (var ancestor in Ancestry.AncestorsOf(draft, run.Parent))
        {
            if (ancestor.State == RunState.Stopping)
                return new(Conclusion.Rejected, new Reason.InsideStopped(ancestor.Id));
            if (++depth >= Limits.NestingDepth)
                return new(Conclusion.Rejected, new Reason.TooDeep(depth));
        }
        return null;
    }

    private Verdict? Each(Run run, Func<Admission, Run, Need, Verdict?> rule)
    {
        foreach (var need in run.Needs)
            if (rule(this, run, need) is { } verdict)
                return verdict;
        return null;
    }

    private Verdict? TooMany(Run run, Need need)
    {
        var capacity = Arrival.SettingsOf(draft, need).Capacity;
        var asked = run.Ask.Needs.Of(need.Resource)!.At(capacity);
        return asked > capacity ? new(Conclusion.Rejected, new Reason.TooMany(need.Resource, asked, capacity)) : null;
    }

    private Verdict? Duplicate(Run run, Need need)
    {
        if (need.Resource.Kind != ResourceKind.Key || draft.ResourceFor(need) is null || Joins(run))
            return null;
        var hold = draft.Holds(need.Resource).FirstOrDefault();
        if (hold is { IsLingering: true } && !Releasing.IsTombstone(hold))
            hold = null; // it lingers for the processes of a lost run: whoever asks now waits for it to go
        if (hold is { IsLingering: true } && need.AsksAgain)
            hold = null; // the window is for events that repeat themselves, not for who wants it done again
        if (hold is not null && (hold.IsLingering || !need.WaitsForOwner))
            return new(Conclusion.Duplicate, new Reason.DuplicateOf(need.Resource, hold.Run, hold.After, hold.Until));
        var first = hold is null && !need.WaitsForOwner ? draft.Line(need.Resource).FirstOrDefault() : null;
        return first is null
            ? null
            : new(Conclusion.Duplicate, new Reason.DuplicateOf(need.Resource, first.Id, null, null));
    }

    private Verdict? NoRoom(Run run, Need need)
    {
        if (need.Resource.Kind == ResourceKind.Key || draft.ResourceFor(need) is not { } resource || Joins(run))
            return null;
        if (resource.Settings.Line == 0 && !Fits(run, need, resource))
            return new(Conclusion.Skipped, new Reason.NoLine(resource.Name, Occupant(run, resource)));
        if (resource.Settings.Overflow == Overflow.Reject && Overflows(run, need, out _))
            return new(Conclusion.Rejected, new Reason.LineFull(resource.Name, resource.Settings.Line!.Value));
        return null;
    }

    /// <summary>An arrival that would replace a run which is newer, or of higher priority, gives way to it.</summary>
    private Verdict? Outdated(Run run, Need need)
    {
        if (need.Resource.Kind == ResourceKind.Key || draft.ResourceFor(need) is not { } resource || Joins(run))
            return null;
        var stays = Irreplaceable(run, need, resource);
        if (
            stays is null
            && Overflows(run, need, out _)
            && OldestPending(resource.Name) is { } oldest
            && !run.MayReplace(oldest)
        )
            stays = oldest;
        return stays is null ? null : new(Conclusion.Superseded, new Reason.SupersededBy(resource.Name, stays.Id));
    }

    private Verdict? CircleOf(Run run) =>
        run.Parent is not null && Circle.Closes(draft, run) is { } circle ? new(Conclusion.Rejected, circle) : null;

    /// <summary>Who doesn't want to wait at all, and would have to, ends before it takes anybody's place.</summary>
    private Verdict? Unwilling(Run run)
    {
        if (run.Ask.MaxWait != TimeSpan.Zero)
            return null;
        var starts =
            run.NotBefore is null
            && run.Needs.All(need => draft.ResourceFor(need) is not { } resource || Fits(run, need, resource));
        return starts ? null : new(Conclusion.TimedOut, new Reason.WaitedTooLong(TimeSpan.Zero));
    }

    /// <summary>A running run that the arrival would have to stop to have room, and may not.</summary>
    private Run? Irreplaceable(Run run, Need need, Resource resource)
    {
        if (resource.Settings.Stops != Stops.Older || Fits(run, need, resource))
            return null;
        var ancestors = Ancestry.AncestorsOf(draft, run.Parent).Select(ancestor => ancestor.Id).ToHashSet();
        var staying = draft
            .Holds(resource.Name)
            .Where(hold => !hold.IsLingering && !ancestors.Contains(hold.Run))
            .Select(hold => (hold.Units, Run: draft.Run(hold.Run)!))
            .Where(one => one.Run.State == RunState.Running && !run.MayReplace(one.Run))
            .ToList();
        var capacity = resource.Settings.Capacity;
        return capacity - staying.Sum(one => one.Units) < need.At(capacity) ? staying.LastOrDefault().Run : null;
    }

    /// <summary>Whether the arrival needs a place in a line that has none left.</summary>
    private bool Overflows(Run run, Need need, out Resource resource)
    {
        resource = draft.ResourceFor(need)!;
        if (need.Resource.Kind == ResourceKind.Key || resource?.Settings.Line is not > 0 || Joins(run))
            return false;
        if (resource.Pending < resource.Settings.Line)
            return false;
        return run.NotBefore is not null || !Fits(run, need, resource);
    }

    private bool Fits(Run run, Need need, Resource resource)
    {
        var due =
            run.Place.Standing == Standing.Ready
                ? run
                : run with
                {
                    Place = run.Place with { Standing = Standing.Ready },
                };
        var units = need.At(resource.Settings.Capacity);
        return !resource.Paused && Lines.Left(draft, resource, due, units) >= units;
    }

    /// <summary>Whether the arrival joins a burst that is being gathered: the burst has its place already.</summary>
    private static bool Joins(Run run) => run.Burst is { } burst && burst != run.Id;

    private Run? OldestPending(ResourceName name)
    {
        Run? oldest = null;
        foreach (var run in draft.Line(name))
            if (run.Leads && (oldest is null || oldest.IsNewerThan(run)))
                oldest = run;
        return oldest;
    }

    private RunId? Occupant(Run run, Resource resource) =>
        draft.Holds(resource.Name).FirstOrDefault()?.Run
        ?? Lines.AheadOf(draft, resource.Name, run).FirstOrDefault()?.Id;
}
