using Baton.Faults.Killing;

namespace Baton.Faults;

/// <summary>Every fault that <c>./build faults</c> tries, in the order of the table.</summary>
public static class AllFaults
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<Fault> List { get; } =
        [
            new Struck(Blow.Kill, Scenes.Run),
            new Struck(Blow.KillAtOpening, Scenes.FirstRun),
            new Struck(Blow.Kill, Scenes.Waiter),
            new Struck(Blow.Kill, Scenes.Acquire),
            new Struck(Blow.Kill, Scenes.Keeper),
            new Struck(Blow.Kill, Scenes.Renew),
            new Struck(Blow.Kill, Scenes.Release),
            new Struck(Blow.Kill, Scenes.Apply),
            new Struck(Blow.Kill, Scenes.Cancel),
            new Struck(Blow.Kill, Scenes.Status),
        ];
}
