using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;

namespace Baton.Proof.Checks;

/// <summary>A scope or an outcome as text, to compare: everything but how many steps it took to get there.</summary>
internal static class Likeness
{
    public static string Of(MemoryScope scope)
    {
        var lines = scope.Runs.Select(Of).Concat(scope.AllHolds.Select(hold => hold.ToString()));
        lines = lines.Concat(scope.Resources.Select(resource => resource.ToString()));
        return string.Join('\n', lines.Order(StringComparer.Ordinal))
            + $"\n{scope.State.LastToken} {scope.State.Arrivals}";
    }

    public static string Of(Outcome outcome)
    {
        var scope = new MemoryScope();
        scope.Apply(outcome);
        return string.Join('\n', outcome.Records)
            + "\n"
            + Of(scope)
            + "\n"
            + outcome.Due
            + string.Join('\n', outcome.Decisions.Select(Of));
    }

    private static string Of(Decision decision) =>
        decision.About is { } run ? decision.GetType().Name + Of(run) : decision.ToString();

    private static string Of(Run run) =>
        $"{run.Id} {run.State} {run.Place} {run.Priority} {run.Parent} {run.NotBefore} {run.Deadline} {run.Burst} {run.Leads} "
        + $"{string.Join(',', run.StandsFor)} {run.Token} {run.Counter} {run.Lease} {run.RenewedAt} {run.StartedAt} {run.EndedAt} "
        + $"{run.Stop} {run.Conclusion} {run.RemainsGone} {run.Reason}";
}
