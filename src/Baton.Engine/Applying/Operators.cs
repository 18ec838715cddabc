using Baton.Engine.Commands;
using Baton.Engine.Nesting;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Applying;

/// <summary>What people and their tools say: cancel, release, pause, resume, reprioritise, configure.</summary>
internal readonly struct Operators(Draft draft)
{
    public Decision Cancel(Command.Cancel command)
    {
        if (draft.Run(command.Run) is not { } run)
            return new Decision.Refused(new Refusal.UnknownRun(command.Run));
        new Endings(draft).Stop(run.Id, Conclusion.Cancelled, new Reason.Said(command.By, command.Why));
        return Decision.On(draft.Run(run.Id)!);
    }

    public Decision Release(Command.Release command)
    {
        if (draft.Run(command.Run) is not { } run)
            return new Decision.Refused(new Refusal.UnknownRun(command.Run));
        if (run.IsLive && !run.IsConcluding)
            new Endings(draft).Conclude(run, Conclusion.Cancelled, new Reason.Said(command.By, command.Why));
        return Decision.On(draft.Run(run.Id)!);
    }

    public Decision Pause(Command.Pause command)
    {
        var resource = draft.Resource(command.Resource) ?? new Resource(command.Resource, ResourceSettings.Default);
        if (resource.Paused)
            return new Decision.Done();
        draft.Put(resource with { Paused = true });
        draft.TouchLinesOf(command.Resource); // who needs it no longer reserves anything else
        return Told(RecordKind.Paused, command.Resource, new Reason.Said(command.By, command.Why));
    }

    public Decision Resume(Command.Resume command)
    {
        if (draft.Resource(command.Resource) is not { } resource)
            return new Decision.Refused(new Refusal.UnknownResource(command.Resource));
        if (!resource.Paused)
            return new Decision.Done();
        draft.Put(resource with { Paused = false });
        draft.TouchLinesOf(command.Resource);
        return Told(RecordKind.Resumed, command.Resource, new Reason.Said(command.By, command.Why));
    }

    public Decision Reprioritise(Command.Reprioritise command)
    {
        if (command.Priority is < Limits.LowestPriority or > Limits.HighestPriority)
            return new Decision.Refused(new Refusal.Malformed($"a priority is 0 to 100, not {command.Priority}"));
        if (draft.Run(command.Run) is not { } run)
            return new Decision.Refused(new Refusal.UnknownRun(command.Run));
        if (run.State != RunState.Waiting)
            return new Decision.Refused(new Refusal.WrongState(run.Id));
        if (run.Priority == command.Priority)
            return Decision.On(run);
        var rank = Arrival.RankOf(draft, run.Needs, run.AskedAt, command.Priority);
        var moved = run with { Priority = command.Priority, Place = run.Place with { Rank = rank } };
        draft.Put(moved);
        draft.Tell(RecordKind.Reprioritised, moved, new Reason.PriorityIs(command.Priority, command.By, command.Why));
        return Decision.On(moved);
    }

    public Decision Configure(Command.Configure command)
    {
        if (command.Settings?.Fault() is { } fault)
            return new Decision.Refused(new Refusal.Malformed(fault));
        var resource = draft.Resource(command.Resource);
        if (command.Settings is null && resource is null or { Recorded: false })
            return new Decision.Done();
        if (command.Settings is { } same && resource is { Recorded: true } && resource.Settings == same)
            return new Decision.Done();
        resource ??= new Resource(command.Resource, ResourceSettings.Default);
        draft.Put(
            resource with
            {
                Settings = command.Settings ?? resource.Settings,
                Recorded = command.Settings is not null,
            }
        );
        var done = Told(RecordKind.Configured, command.Resource, new Reason.SettingsAre(command.Settings));
        RejectWhoNoLongerFits(command.Resource);
        return done;
    }

    /// <summary>A smaller capacity may be too small for who waits, alone or together with what its ancestors hold.</summary>
    private void RejectWhoNoLongerFits(ResourceName name)
    {
        var capacity = draft.Resource(name)?.Settings.Capacity ?? int.MaxValue;
        foreach (var id in draft.Line(name).Select(run => run.Id).ToList())
        {
            if (draft.Run(id) is not { State: RunState.Waiting } run)
                continue;
            var units = run.Needs.Of(name)!.At(capacity);
            if (units > capacity)
                new Endings(draft).Conclude(run, Conclusion.Rejected, new Reason.TooMany(name, units, capacity));
            else if (run.Parent is not null && Circle.Closes(draft, run) is { } circle)
                new Endings(draft).Conclude(run, Conclusion.Rejected, circle);
        }
    }

    private Decision.Done Told(RecordKind kind, ResourceName name, Reason reason)
    {
        draft.Tell(new Record(kind, draft.Now, null, name, reason));
        return new Decision.Done();
    }
}
