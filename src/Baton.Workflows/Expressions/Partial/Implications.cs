using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Answers that follow from earlier ones: a text that is <c>'main'</c> is not <c>'dev'</c>, and what succeeded hasn't
/// failed. The operators and functions themselves say so, asked about what is known by then.
/// </summary>
internal static class Implications
{
    public static bool? Of(IReadOnlyList<GuardTerm> terms, Atom atom) =>
        atom is Atom.Calls { Call.Function: StatusFunction, Arguments.Count: 0 } status ? OfStatus(terms, status)
        : Subject(atom) is { } symbol && Equal(terms, symbol) is { } known ? Answer(atom, symbol, known)
        : null;

    private static bool? OfStatus(IReadOnlyList<GuardTerm> terms, Atom.Calls asked)
    {
        var earlier = terms
            .Where(term => term.Atom is Atom.Calls { Call.Function: StatusFunction, Arguments.Count: 0 })
            .ToList();
        var answers = Enum.GetValues<JobStatus>()
            .Select(status => new EvaluationContext(Properties.None) { Status = status })
            .Where(run => earlier.TrueForAll(term => term.Holds(run)))
            .Select(asked.Holds)
            .Distinct()
            .ToList();
        return answers is [var only] ? only : null;
    }

    // The text symbol that a question is about, where it is about nothing else but a text: as numbers, 0x1f and 0X1F differ.
    private static Symbol? Subject(Atom atom) =>
        atom switch
        {
            Atom.Counts { Value: PartialValue.OfSymbol { Symbol.IsText: true } only } => only.Symbol,
            Atom.Compares
            {
                Left: PartialValue.OfSymbol { Symbol.IsText: true } only,
                Right: PartialValue.Known { Value: Value.Text }
            } => only.Symbol,
            Atom.Calls
            {
                Arguments: [
                    PartialValue.OfSymbol { Symbol.IsText: true } only,
                    PartialValue.Known { Value: Value.Text },
                ]
            } => only.Symbol,
            Atom.Calls
            {
                Arguments: [
                    PartialValue.Known { Value: Value.Text },
                    PartialValue.OfSymbol { Symbol.IsText: true } only,
                ]
            } => only.Symbol,
            _ => null,
        };

    // A text that the symbol was found to equal: without case, which no question of these sees.
    private static PartialValue.Known? Equal(IReadOnlyList<GuardTerm> terms, Symbol symbol) =>
        terms
            .Where(term => term.Answer)
            .Select(term => term.Atom)
            .OfType<Atom.Compares>()
            .Where(compare =>
                compare is { Operator: ComparisonOperator.Equal, Right: PartialValue.Known { Value: Value.Text } }
                && compare.Left is PartialValue.OfSymbol left
                && left.Symbol.Equals(symbol)
            )
            .Select(compare => (PartialValue.Known)compare.Right)
            .FirstOrDefault();

    private static bool Answer(Atom atom, Symbol symbol, PartialValue.Known known)
    {
        var nothing = new EvaluationContext(Properties.None);
        return atom switch
        {
            Atom.Counts counts => (counts with { Value = known }).Holds(nothing),
            Atom.Compares compares => (compares with { Left = known }).Holds(nothing),
            Atom.Calls calls => (
                calls with
                {
                    Arguments =
                    [
                        .. calls.Arguments.Select(argument =>
                            argument is PartialValue.OfSymbol of && of.Symbol.Equals(symbol) ? known : argument
                        ),
                    ],
                }
            ).Holds(nothing),
            _ => throw new System.Diagnostics.UnreachableException(atom.GetType().Name),
        };
    }
}
