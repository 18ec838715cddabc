using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Nesting;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>What holds of every arrival: its place, what it may be inside of, and that a refusal is nothing but that.</summary>
internal static class Arrivals
{
    public static void Check(MemoryScope before, Command command, Outcome outcome)
    {
        RefusalsDoNothing(command, outcome);
        foreach (var put in outcome.Changes.OfType<Change.PutRun>())
            if (put.Before is { } stood)
                PlaceStays(stood, put.Run, command);
            else
                Arrives(before, outcome, put.Run);
    }

    /// <summary>Promise 13: nothing is half done.</summary>
    private static void RefusalsDoNothing(Command command, Outcome outcome)
    {
        var refused = outcome.Decisions[0] is Decision.Refused;
        if (refused && outcome.Changes.Count + outcome.Records.Count > 0)
            throw new BrokenPromiseException("what is refused is half done (promise 13)");
        if (!refused && command is Command.Request { Ask: var ask } && ask.Fault() is { } fault)
            throw new BrokenPromiseException($"{ask.Run} is taken although {fault} (promise 13)");
    }

    /// <summary>Promise 6: a rank is fixed at the asking; only an operator gives another.</summary>
    private static void PlaceStays(Run stood, Run run, Command command)
    {
        var moved = stood.Place.Rank != run.Place.Rank || stood.Place.Arrival != run.Place.Arrival;
        if (moved && command is not Command.Reprioritise)
            throw new BrokenPromiseException($"the rank of {run.Id} changes while it waits (promise 6)");
    }

    private static void Arrives(MemoryScope before, Outcome outcome, Run run)
    {
        var aging = outcome.Changes.OfType<Change.PutScope>().Last().State.Aging;
        if (
            run.Place.Rank != Place.RankOf(run.AskedAt, run.Priority, aging)
            && run.Place.Rank != Place.RankOf(run.AskedAt, Limits.DefaultPriority, aging)
        )
            throw new BrokenPromiseException($"the rank of {run.Id} isn't that of its asking (promise 6)");
        if (run.Place.Arrival <= before.State.Arrivals)
            throw new BrokenPromiseException($"{run.Id} comes before those who were there (promise 6)");
        if (run.IsLive && Ancestry.AncestorsOf(before, run.Parent).Any(ancestor => ancestor.State == RunState.Stopping))
            throw new BrokenPromiseException($"{run.Id} begins inside a run that was told to stop (promise 7)");
    }
}
