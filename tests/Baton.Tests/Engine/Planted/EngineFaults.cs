using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Tests.Engine.Planted;

/// <summary>Faults over the real engine, each of which breaks one promise.</summary>
internal static class EngineFaults
{
    public static readonly IReadOnlyDictionary<string, PlantedFault> All = new Dictionary<string, PlantedFault>
    {
        ["grants one unit more than there is"] = new(
            1,
            Resources(one => one with { Settings = one.Settings with { Capacity = one.Settings.Capacity + 1 } }),
            PutResource(one =>
                one with
                {
                    Settings = one.Settings with { Capacity = Math.Max(1, one.Settings.Capacity - 1) },
                }
            )
        ),
        ["counts one hold too few"] = new(1, null, PutResource(one => one with { Held = Math.Max(0, one.Held - 1) })),
        ["counts one that waits too many"] = new(1, null, PutResource(one => one with { Pending = one.Pending + 1 })),
        ["forgets what is held"] = new(1, Resources(one => one with { Held = 0 })),
        ["uses a token again"] = new(
            2,
            null,
            PlantedFault.Records(record => record.Kind == RecordKind.Granted ? record with { Token = 1 } : record)
        ),
        ["gives smaller tokens"] = new(
            2,
            null,
            PlantedFault.Records(record =>
                record.Kind == RecordKind.Granted ? record with { Token = 1000 - record.Token } : record
            )
        ),
        ["treats a tombstone as gone"] = new(
            3,
            view => new ViewOver(view)
            {
                SeesHold = hold => !(hold.IsLingering && hold.Resource.Kind == ResourceKind.Key),
            }
        ),
        ["doesn't see who has a key"] = new(
            3,
            view => new ViewOver(view) { SeesHold = hold => hold.Resource.Kind != ResourceKind.Key }
        ),
        ["leaves no tombstone"] = new(3, null, Tombstones(_ => null)),
        ["leaves a tombstone without an end"] = new(3, null, Tombstones(hold => hold with { Until = null })),
        ["forgets request ids"] = new(4, view => new ViewOver(view) { Requests = _ => null }),
        ["renews twice for one word"] = new(
            4,
            null,
            PutRun(run => run.State == RunState.Running ? run with { Counter = run.Counter + (run.Counter % 2) } : run)
        ),
        ["does nothing when only time has passed"] = new(
            5,
            null,
            (outcome, scope) =>
                outcome.Decisions is [Decision.Done] && outcome.Records.Count > 0
                    ? outcome with
                    {
                        Changes = [],
                    }
                    : outcome
        ),
        ["doesn't see that a run is due"] = new(5, view => new ViewOver(view) { SeesTimeOfRuns = false }),
        ["doesn't see that a window is over"] = new(5, view => new ViewOver(view) { SeesTimeOfHolds = false }),
        ["never says when it is due"] = new(5, null, (outcome, _) => outcome with { Due = null }),
        ["says that it is due too late"] = new(
            5,
            null,
            (outcome, _) => outcome with { Due = outcome.Due + TimeSpan.FromSeconds(1) }
        ),
        ["keeps what an ended run held"] = new(
            5,
            null,
            PlantedFault.Changes(change => change is Change.DropHold ? null : change)
        ),
        ["grants what is paused"] = new(5, Resources(one => one with { Paused = false })),
        ["overlooks who is ahead"] = new(
            6,
            view => new ViewOver(view) { SeesWaiting = run => run.Place.Arrival % 3 != 0 }
        ),
        ["gives one of several"] = new(
            7,
            null,
            (outcome, _) =>
                outcome with
                {
                    Changes =
                    [
                        .. outcome.Changes.Where(change =>
                            change is not Change.PutHold { Hold.Resource: { Kind: ResourceKind.Group, Name: "b" } }
                        ),
                    ],
                }
        ),
        ["ends a parent before what runs inside it"] = new(7, view => new ViewOver(view) { SeesNested = false }),
        ["doesn't write that a run has ended"] = new(
            8,
            null,
            PlantedFault.Changes(change => change is Change.PutRun { Run.State: RunState.Ended } ? null : change)
        ),
        ["calls a failed run lost"] = new(
            9,
            null,
            PutRun(run => run.Conclusion == Conclusion.Failure ? run with { Conclusion = Conclusion.Lost } : run)
        ),
        ["doesn't tell that a run was granted"] = new(
            10,
            null,
            PlantedFault.Records(record => record.Kind == RecordKind.Granted ? null : record)
        ),
        ["doesn't tell that a run has ended"] = new(
            10,
            null,
            PlantedFault.Records(record => record.Kind == RecordKind.Ended ? null : record)
        ),
        ["doesn't tell that a run must stop"] = new(
            10,
            null,
            PlantedFault.Records(record => record.Kind == RecordKind.Stopping ? null : record)
        ),
        ["lets a duplicate change others"] = new(14, null, Disturb),
        ["lets anybody release"] = new(2)
        {
            Hears = (command, scope) =>
                command is Command.End end && scope.Run(end.Run) is { } run ? end with { Token = run.Token } : command,
        },
        ["overlooks who waits for several"] = new(
            6,
            view => new ViewOver(view) { SeesWaiting = run => run.Needs.Count < 2 }
        ),
        ["takes the newest first"] = new(
            6,
            null,
            Places((place, before) => before is null ? place with { Rank = -place.Rank } : place)
        ),
        ["ages who waits whenever it settles"] = new(
            6,
            null,
            Places(
                (place, before) => before is null ? place : place with { Rank = place.Rank - TimeSpan.TicksPerSecond }
            )
        ),
        ["doesn't number arrivals"] = new(6, null, Places((place, _) => place with { Arrival = 1 })),
        ["lets a run begin inside a stopped one"] = new(
            7,
            view => new ViewOver(view)
            {
                Runs = run => run is { State: RunState.Stopping } ? run with { State = RunState.Running } : run,
            }
        ),
        ["writes a hold without the run that has it"] = new(
            8,
            null,
            PlantedFault.Changes(change =>
                change is Change.PutRun { Run.State: RunState.Running, Before.State: RunState.Waiting } ? null : change
            )
        ),
        ["believes who has watched too short"] = new(9)
        {
            Hears = (command, _) =>
                command is Command.Expire { Evidence: Evidence.SeenUnrenewed } expire
                    ? expire with
                    {
                        Evidence = new Evidence.SeenUnrenewed(TimeSpan.FromDays(1)),
                    }
                    : command,
        },
        ["believes evidence about a lease that was renewed since"] = new(9)
        {
            Hears = (command, scope) =>
                command is Command.Expire expire && scope.Run(expire.Run) is { } run
                    ? expire with
                    {
                        Counter = run.Counter,
                    }
                    : command,
        },
        ["revives a lost run that speaks again"] = new(
            9,
            null,
            (outcome, _) =>
                outcome
                    is { Decisions: [Decision.Ended { Run: { Conclusion: Conclusion.Lost } run }], Changes.Count: 0 }
                    ? outcome with
                    {
                        Changes = [new Change.PutRun(run with { State = RunState.Running }, run)],
                    }
                    : outcome
        ),
        ["loses the lock-delay"] = new(
            1,
            null,
            PlantedFault.Changes(change =>
                change is Change.PutHold { Hold: { IsLingering: true, UntilIfGone: not null } hold }
                    ? new Change.DropHold(hold)
                    : change
            )
        ),
        ["answers with somebody else's run"] = new(
            4,
            null,
            (outcome, scope) =>
                outcome is { Decisions: [{ About: { } about }], Changes.Count: 0 }
                && scope.Runs.OrderBy(run => run.Id).FirstOrDefault(run => run.Id != about.Id) is { } other
                    ? outcome with
                    {
                        Decisions = [Decision.On(other)],
                    }
                    : outcome
        ),
        ["tells another end than it writes"] = new(
            10,
            null,
            PlantedFault.Records(record =>
                record.Conclusion == Conclusion.Failure ? record with { Conclusion = Conclusion.Success } : record
            )
        ),
        ["does half of what it refuses"] = new(
            13,
            null,
            (outcome, scope) =>
                outcome.Decisions is [Decision.Refused]
                    ? outcome with
                    {
                        Changes = [new Change.PutScope(scope.State with { Arrivals = scope.State.Arrivals + 1 })],
                    }
                    : outcome
        ),
        ["takes a malformed request for what it might have meant"] = new(13)
        {
            Hears = (command, _) =>
                command is Command.Request { Ask: { Priority: > Limits.HighestPriority } ask }
                    ? new Command.Request(ask with { Priority = Limits.HighestPriority })
                    : command,
        },
        ["takes everybody for one that asks again"] = new(3)
        {
            Hears = (command, _) =>
                command is Command.Request { Ask: var ask }
                    ? new Command.Request(
                        ask with
                        {
                            Needs = [.. ask.Needs.Select(need => need with { AsksAgain = true })],
                        }
                    )
                    : command,
        },
        ["ends who waits for one that is skipped"] = new(14, null, EndForOneThatEnds),
        ["lets one that is not meant take a place"] = new(
            14,
            null,
            PlantedFault.Changes(change =>
                change is Change.PutRun { Before: null, Run: { Conclusion: Conclusion.Filtered } run } put
                    ? put with
                    {
                        Run = run with { State = RunState.Waiting, Conclusion = null },
                    }
                    : change
            )
        ),
    };

    private static Func<Baton.Engine.Views.IScopeView, Baton.Engine.Views.IScopeView> Resources(
        Func<Resource, Resource> other
    ) => view => new ViewOver(view) { Resources = one => one is null ? null : other(one) };

    private static Func<Outcome, Baton.Engine.Views.MemoryScope, Outcome> PutResource(Func<Resource, Resource> other) =>
        PlantedFault.Changes(change =>
            change is Change.PutResource put ? new Change.PutResource(other(put.Resource)) : change
        );

    private static Func<Outcome, Baton.Engine.Views.MemoryScope, Outcome> PutRun(Func<Run, Run> other) =>
        PlantedFault.Changes(change => change is Change.PutRun put ? put with { Run = other(put.Run) } : change);

    private static Func<Outcome, Baton.Engine.Views.MemoryScope, Outcome> Tombstones(Func<Hold, Hold?> other) =>
        PlantedFault.Changes(change =>
            change is not Change.PutHold { Hold: { IsLingering: true, After: Conclusion.Success } hold } ? change
            : other(hold) is { } instead ? new Change.PutHold(instead)
            : new Change.DropHold(hold)
        );

    private static Outcome Disturb(Outcome outcome, Baton.Engine.Views.MemoryScope scope)
    {
        var victim = scope.Runs.Where(run => run.State == RunState.Waiting).OrderBy(run => run.Id).FirstOrDefault();
        if (
            victim is null
            || outcome.Decisions is not [Decision.Ended { Run: { Conclusion: Conclusion.Duplicate, StartedAt: null } }]
        )
            return outcome;
        return outcome with
        {
            Changes = [.. outcome.Changes, new Change.PutRun(victim with { Priority = victim.Priority }, victim)],
        };
    }

    /// <summary>Each written place as another; told the run's place before, if it had one.</summary>
    private static Func<Outcome, Baton.Engine.Views.MemoryScope, Outcome> Places(Func<Place, Run?, Place> other) =>
        PlantedFault.Changes(change =>
            change is Change.PutRun { Run: { State: RunState.Waiting } run } put
                ? put with
                {
                    Run = run with { Place = other(run.Place, put.Before) },
                }
                : change
        );

    private static Outcome EndForOneThatEnds(Outcome outcome, Baton.Engine.Views.MemoryScope scope)
    {
        var victim = scope.Runs.Where(run => run.State == RunState.Waiting).OrderBy(run => run.Id).FirstOrDefault();
        if (
            victim is null
            || outcome.Decisions is not [Decision.Ended { Run: { Conclusion: Conclusion.Skipped, StartedAt: null } }]
        )
            return outcome;
        var ended = victim with { State = RunState.Ended, Conclusion = Conclusion.Superseded };
        return outcome with { Changes = [.. outcome.Changes, new Change.PutRun(ended, victim)] };
    }
}
