using Baton.Workflows.Expressions.Syntax;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Goes along every way through an expression: each time the evaluation asks what isn't known, it goes on once with yes
/// and once with no. Ways that part and come to the same are joined again.
/// </summary>
internal static class CaseWalk
{
    /// <summary>The most ways; what has more is no longer a thing that somebody takes in.</summary>
    public const int MostCases = 64;

    /// <summary>The most questions on one way.</summary>
    public const int MostQuestions = 32;

    /// <summary>All that can be come to.</summary>
    /// <param name="budget">How many ways may be gone along.</param>
    /// <param name="once">Goes along one way.</param>
    /// <param name="doubt">Why nobody can say what a value is, or null.</param>
    public static Possibilities<T> Through<T>(Budget budget, Func<Decisions, T> once, Func<T, string?> doubt)
        where T : notnull
    {
        var ways = new List<Guarded<T>>();
        try
        {
            List<bool>? given = [];
            while (given is not null)
            {
                if (!budget.Takes(1))
                    return new Possibilities<T>.CantSay(Budget.Spent);
                if (ways.Count == MostCases)
                    return new Possibilities<T>.CantSay($"there are more than {MostCases} cases");
                var decisions = new Decisions(given);
                var outcome = Once(once, decisions);
                ways.Add(new Guarded<T>(new Guard([.. decisions.Terms]), outcome));
                given = Next(decisions.Terms);
            }
        }
        catch (UntellableException untellable)
        {
            return new Possibilities<T>.CantSay(untellable.Message);
        }

        return Result(Joined(ways, 0), doubt);
    }

    private static Outcome<T> Once<T>(Func<Decisions, T> once, Decisions decisions)
    {
        try
        {
            return new Outcome<T>.Gives(once(decisions));
        }
        catch (RefusedException refused)
        {
            return new Outcome<T>.Fails(refused.Error);
        }
    }

    // The last yes becomes a no, and what came after it is asked anew.
    private static List<bool>? Next(IReadOnlyList<GuardTerm> terms)
    {
        var last = terms.Count - 1;
        while (last >= 0 && !terms[last].Answer)
            last--;
        return last < 0 ? null : [.. terms.Take(last).Select(term => term.Answer), false];
    }

    private static Possibilities<T> Result<T>(List<Guarded<T>> cases, Func<T, string?> doubt)
        where T : notnull =>
        cases
            .Select(one => one.Outcome is Outcome<T>.Gives gives ? doubt(gives.Value) : null)
            .FirstOrDefault(why => why is not null)
            is { } why
            ? new Possibilities<T>.CantSay(why)
        : cases is [{ Guard.Terms.Count: 0, Outcome: var outcome }] ? new Possibilities<T>.Exact(outcome)
        : new Possibilities<T>.Bounded(cases);

    // All of these have the first terms in common, and those that are longer ask the same question next.
    private static List<Guarded<T>> Joined<T>(List<Guarded<T>> ways, int depth)
        where T : notnull
    {
        if (ways is [{ Guard.Terms: var terms }] && terms.Count == depth)
            return ways;
        var yes = Joined(ways.FindAll(way => way.Guard.Terms[depth].Answer), depth + 1);
        var no = Joined(ways.FindAll(way => !way.Guard.Terms[depth].Answer), depth + 1);
        return yes.Select(way => Without(way, depth)).SequenceEqual(no.Select(way => Without(way, depth)))
            ? yes.ConvertAll(way => Without(way, depth))
            : [.. yes, .. no];
    }

    private static Guarded<T> Without<T>(Guarded<T> way, int depth) =>
        way with
        {
            Guard = new Guard([.. way.Guard.Terms.Take(depth), .. way.Guard.Terms.Skip(depth + 1)]),
        };
}
