using Baton.Engine;
using Baton.Engine.Records;
using Baton.Engine.Runs;
using Baton.Engine.Settling;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>
/// Promise 6: a grant leaves whole what those ahead have reserved. Runs inside others may pass, and who has stopped others
/// is first; both have promises of their own.
/// </summary>
internal static class RankBinds
{
    public static void Check(MemoryScope before, Outcome outcome)
    {
        if (before.NestedWaiting().Any())
            return;
        var runs = outcome.Changes.OfType<Change.PutRun>().ToDictionary(put => put.Run.Id, put => put.Run);
        var left = outcome
            .Changes.OfType<Change.PutResource>()
            .ToDictionary(put => put.Resource.Name, put => put.Resource);
        foreach (var record in outcome.Records.Where(record => record.Kind == RecordKind.Granted))
            if (
                runs[record.Run!.Value] is { Parent: null, State: RunState.Running } run
                && before.Run(run.Id)?.Place.Standing != Standing.Claiming
            )
                foreach (var need in run.Needs.Where(need => left.ContainsKey(need.Resource)))
                {
                    var resource = left[need.Resource];
                    var ahead = before
                        .Line(need.Resource)
                        .Where(other => IsAhead(before, other, run) && !runs.ContainsKey(other.Id));
                    var reserved = ahead
                        .Where(other =>
                            !Lines.Has(before, other, other.Needs.First(one => one.Resource == need.Resource))
                        )
                        .Sum(other =>
                            other.Needs.First(one => one.Resource == need.Resource).At(resource.Settings.Capacity)
                        );
                    if (resource.Left < reserved && !WasPaused(before, outcome))
                        throw new BrokenPromiseException(
                            $"{run.Id} takes of {need.Resource} what is reserved ahead of it (promise 6)"
                        );
                }
    }

    private static bool IsAhead(MemoryScope before, Run other, Run run) =>
        Lines.IsReady(before, other) && other.Place.CompareTo(run.Place) < 0;

    /// <summary>Who waits for something that is paused, or for a key's owner, reserves nothing from then on.</summary>
    private static bool WasPaused(MemoryScope before, Outcome outcome) =>
        outcome
            .Changes.OfType<Change.PutResource>()
            .Any(put =>
                put.Resource.Paused != (before.Resource(put.Resource.Name)?.Paused ?? false)
                || put.Resource.Name.Kind == Baton.Engine.Resources.ResourceKind.Key
            );
}
