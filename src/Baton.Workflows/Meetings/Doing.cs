using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Forecasts;

namespace Baton.Workflows.Meetings;

/// <summary>Short questions about forecasts.</summary>
public static class Doing
{
    private const int MostCombinations = 4096;

    /// <summary>Whether a newer run of the group always cancels the one that holds it.</summary>
    public static bool AlwaysCancels(this GroupForecast group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.CancelsInProgress is Possibilities<bool>.Exact { Outcome: Outcome<bool>.Gives { Value: true } };
    }

    /// <summary>The name where it is one for all runs of the repository on this occasion, else null.</summary>
    public static string? OneName(this GroupForecast group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return
            group.Name is Possibilities<SymbolicText>.Exact { Outcome: Outcome<SymbolicText>.Gives { Value: var name } }
            && NamePart.Of(name).TrueForAll(part => part.IsFixed)
            ? name.ToString()
            : null;
    }

    /// <summary>Whether a job can run on this occasion at all.</summary>
    public static bool CanRun(this JobForecast job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Runs is Possibilities<bool>.CantSay
            || job.Runs.All.Any(one => one.Outcome is Outcome<bool>.Gives { Value: true });
    }

    /// <summary>
    /// When a run does nothing: guards that leave none of its jobs, as a sentence; null where at least one job runs
    /// whatever the event says, or where nobody can say.
    /// </summary>
    /// <param name="forecast">What the workflow does.</param>
    /// <param name="matters">Which terms of guards count; ways with others are left out.</param>
    public static string? Idle(this WorkflowForecast forecast, Func<GuardTerm, bool>? matters = null)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        IEnumerable<IReadOnlyList<GuardTerm>> ways =
        [
            [],
        ];
        foreach (var job in forecast.Jobs.Where(job => job.Job.Needs.Count == 0 || job.Job.If is { AsksStatus: true }))
        {
            if (job.Runs is Possibilities<bool>.CantSay)
                return null;
            var idle = job
                .Runs.All.Where(one => one.Outcome is Outcome<bool>.Gives { Value: false })
                .Select(one => one.Guard.Terms.Where(term => !IsStatus(term)).ToList())
                .Where(terms => terms.Count > 0 || job.Runs is Possibilities<bool>.Exact)
                .ToList();
            ways = ways.SelectMany(way => idle.Where(terms => Agree(way, terms)).Select(terms => Union(way, terms)))
                .Take(MostCombinations)
                .ToList();
        }

        return ways.Where(way => way.All(matters ?? (_ => true))).MinBy(Length) is { } shortest
            ? Sentence(shortest)
            : null;
    }

    /// <summary>Whether a job runs whatever the event says, so long as those before it succeed.</summary>
    public static bool RunsAlways(this JobForecast job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Runs is not Possibilities<bool>.CantSay
            && job.Runs.All.All(one =>
                one.Outcome is Outcome<bool>.Gives { Value: true } || one.Guard.Terms.Any(IsStatus)
            )
            && job.Runs.All.All(one => one.Guard.Terms.All(IsStatus));
    }

    // What says most goes first: that something is wrong with what is there, then that it isn't there.
    private static int Length(IReadOnlyList<GuardTerm> way) =>
        way.Sum(term => term is { Atom: Atom.IsThere, Answer: false } ? 100 : 1);

    private static string Sentence(IReadOnlyList<GuardTerm> way) =>
        way.Where(term => term is not { Atom: Atom.IsThere, Answer: true }).ToList() is { Count: > 0 } terms
            ? string.Join(" and ", terms)
            : "always";

    private static bool IsStatus(GuardTerm term) => term.Atom is Atom.Calls { Call.Function: StatusFunction };

    private static bool Agree(IReadOnlyList<GuardTerm> one, List<GuardTerm> other) =>
        !one.Any(term => other.Exists(two => two.Atom.Equals(term.Atom) && two.Answer != term.Answer));

    private static IReadOnlyList<GuardTerm> Union(IReadOnlyList<GuardTerm> one, List<GuardTerm> other) =>
        [.. one.Union(other)];
}
