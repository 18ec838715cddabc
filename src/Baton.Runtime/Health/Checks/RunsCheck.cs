using System.Globalization;
using Baton.Engine.Runs;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>Every live run has an owner that lives.</summary>
public sealed class RunsCheck() : Check("runs")
{
    private const int MostTold = 5;

    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        if (seen.Scope is not { } scope)
            yield break;
        var dead = scope.Leftovers.Found.OfType<Leftover.DeadRun>().ToList();
        foreach (var one in dead.Take(MostTold))
            yield return Warn(
                $"run {one.Run.Id} is {Words.States[one.Run.State]} and its owner is dead{Held(one.Run)}",
                "baton cleanup calls it lost and ends what it left; so does the next one that asks for the same"
            );
        foreach (var run in scope.OfOtherBoot.Take(MostTold))
            yield return Warn(
                $"run {run.Id} is {Words.States[run.State]} and its owner is of another boot or machine{Held(run)}",
                $"whoever waits for it sees its lease run out; where this is its machine, baton release {run.Id} --reason WHY --force does it at once"
            );
        foreach (var left in scope.Leftovers.Found.OfType<Leftover.Processes>().Take(MostTold))
            yield return Warn(
                $"lost run {left.Run.Id} may have left processes, and its holds linger for that",
                "baton cleanup ends them"
            );
        if (dead.Count + scope.OfOtherBoot.Count == 0)
            yield return Well(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scope.Live} live {(scope.Live == 1 ? "run" : "runs")}, none of them known to be dead"
                )
            );
    }

    private static string Held(Run run) =>
        run.Ask.Needs is { Count: > 0 } needs
            ? $": {string.Join(", ", needs.Take(MostTold).Select(need => Telling.Resource(need.Resource)))}"
            : "";
}
