using Baton.Engine;
using Baton.Engine.Holds;
using Baton.Engine.Records;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Tests.Tidy;

namespace Baton.Tests.Engine.Planted;

/// <summary>
/// The checks of the promises can fail: each of these faults, planted over the real engine, is noticed in random worlds.
/// </summary>
public sealed class PlantedFaultTests
{
    private const int Worlds = 40;
    private const int States = 300;

    private static readonly Dictionary<string, PlantedFault> Faults = new()
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
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_engine_with_a_fault_is_found_out(string fault) =>
        Faults[fault].IsNoticed(Worlds).ShouldBeTrue($"promise {Faults[fault].Promise}");

    /// <summary>The page's table is what the two kinds of tests say.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_tells_who_finds_it(string fault)
    {
        var explored = Faults[fault].IsFoundByExploring(States) ? "yes" : "no";
        Repository.Read("docs/proof.md").ShouldContain($"| {Faults[fault].Promise} | {fault} | yes | {explored} |");
    }

    [Fact]
    public void The_engine_without_a_fault_is_not() => new PlantedFault(0).IsNoticed(3).ShouldBeFalse();

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
}
