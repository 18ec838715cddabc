using Baton.Faults.Clocks;
using Baton.Faults.Contending;
using Baton.Faults.Damage;
using Baton.Faults.Disks;
using Baton.Faults.Killing;
using Baton.Faults.Servers;
using Baton.Faults.Stopping;
using Baton.Faults.Writing;

namespace Baton.Faults;

/// <summary>Every fault that <c>./build faults</c> tries, in the order of the table.</summary>
public static class AllFaults
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<Fault> List { get; } =
    [
        new Struck(Blow.Kill, Scenes.Run),
        new Struck(Blow.KillAtOpening, Scenes.FirstRun),
        new Struck(Blow.Kill, Scenes.RenewingRun),
        new Struck(Blow.Kill, Scenes.Waiter),
        new Struck(Blow.Kill, Scenes.Acquire),
        new Struck(Blow.Kill, Scenes.Keeper),
        new Struck(Blow.Kill, Scenes.Renew),
        new Struck(Blow.Kill, Scenes.Release),
        new Struck(Blow.Kill, Scenes.Apply),
        new Struck(Blow.Kill, Scenes.Cancel),
        new Struck(Blow.Kill, Scenes.Status),
        new Struck(Blow.Full, Scenes.ShortRun),
        new Struck(Blow.Full, Scenes.FirstRun),
        new Struck(Blow.Full, Scenes.Waiter),
        new Struck(Blow.Full, Scenes.Keeper),
        new Struck(Blow.Full, Scenes.Release),
        new Struck(Blow.Full, Scenes.Apply),
        new Struck(Blow.Unsynced, Scenes.ShortRun),
        new Struck(Blow.Unsynced, Scenes.FirstRun),
        new Stopped(Halt.Owner),
        new Stopped(Halt.OwnerUncontended),
        new Stopped(Halt.Command),
        new Stopped(Halt.Tree),
        new Stopped(Halt.Everybody),
        new StoppedWaiter(),
        new StoppedKeeper(),
        new Writers(WritersLine.Alone, WritersHarm.None),
        new Writers(WritersLine.Queued, WritersHarm.None),
        new Writers(WritersLine.Alone, WritersHarm.Killed),
        new Writers(WritersLine.Queued, WritersHarm.Killed),
        .. DiskFaults.All,
        Forbidden.File,
        Forbidden.Folder,
        Forbidden.EmptyFolder,
        .. DamageFault.All,
        .. ClockFault.All,
        new Contended(() => new SqliteArena(), 1),
        new Contended(() => new GitArena("folder"), 1),
        new Contended(() => new GitArena("http"), 1),
        new Contended(() => new PostgresArena(), 1),
        new Partition(
            "both ways",
            network =>
            {
                network.CutRequests();
                network.CutAnswers();
            }
        ),
        new Partition("what it sends", network => network.CutRequests()),
        new Partition("what it is answered", network => network.CutAnswers()),
        new Crowd(12, 4),
        new Crowd(64, 16),
    ];
}
