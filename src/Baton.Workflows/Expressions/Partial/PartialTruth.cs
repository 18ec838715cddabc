using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Answers whether a value counts as true and whether a comparison holds, from what is known where that is enough, else
/// by asking. What is known: of a filled value that it isn't empty, of a text with a fixed start how it starts, of a list
/// or an object that it is no single value.
/// </summary>
internal sealed class PartialTruth(Decisions decisions)
{
    // They stand for any other of their kind wherever a comparison looks at nothing but the kind.
    private static readonly Value AnyObject = new Value.Object(Properties.None);
    private static readonly Value AnyNumber = Value.Of(1);

    public bool Of(PartialValue value) =>
        value switch
        {
            PartialValue.Known known => Coercion.ToTruth(known.Value),
            PartialValue.OfSymbol { Symbol.IsFilled: true } => true,
            PartialValue.Composed composed when composed.Text.Pieces.Any(piece => piece.IsFilled) => true,
            _ => decisions.Decide(new Atom.Counts(value)),
        };

    public bool Of(ComparisonOperator comparison, PartialValue left, PartialValue right)
    {
        if (comparison == ComparisonOperator.NotEqual)
            return !Of(ComparisonOperator.Equal, left, right);
        if (
            (Standing(left), Standing(right)) is ({ } one, { } other)
            && (IsKnown(left) || IsKnown(right) || !BothParts(one, other))
        )
            return Comparison.Holds(comparison, one, other);
        if (comparison != ComparisonOperator.Equal)
            return decisions.Decide(new Atom.Compares(comparison, left, right));
        if (left is PartialValue.Known || IsLater(left, right))
            (left, right) = (right, left);
        return AreEqual(left, right);
    }

    /// <summary>Whether it is a text whatever it is.</summary>
    public static bool IsText(PartialValue value) =>
        value is PartialValue.Composed or PartialValue.OfSymbol { Symbol.IsText: true } or PartialValue.Made;

    private bool AreEqual(PartialValue left, PartialValue right)
    {
        if (left is PartialValue.OfSymbol { Symbol.IsPrimitive: true } && left.Equals(right))
            return true;
        if (right is not PartialValue.Known { Value: var value })
            return decisions.Decide(new Atom.Compares(ComparisonOperator.Equal, left, right));
        if (
            left is PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.FilledNumber }
            && value.IsPrimitive
            && IsNoCount(value)
        )
            return Comparison.AreEqual(AnyNumber, value);
        if (value is not Value.Text { Content: var text } || !IsText(left))
            return decisions.Decide(new Atom.Compares(ComparisonOperator.Equal, left, right));
        if (text.Length == 0 && (left as PartialValue.OfSymbol)?.Symbol.IsFilled == true)
            return false;
        return left is PartialValue.Composed { Text: var composed }
            ? Parts(composed, text)
            : decisions.Decide(new Atom.Compares(ComparisonOperator.Equal, left, right));
    }

    // A fixed start and end are compared at once, and the rest is what is asked about.
    private bool Parts(SymbolicText composed, string text) =>
        KnownEnds.Without(composed, text) switch
        {
            null => false,
            { Wanted: "", Pieces: var pieces } when pieces.Any(piece => piece.IsFilled) => false,
            { Wanted: var rest, Pieces: [] } => rest.Length == 0,
            { Wanted: var rest, Pieces: [TextPiece.OfSymbol { Symbol: { IsText: true } symbol }] } => Of(
                ComparisonOperator.Equal,
                new PartialValue.OfSymbol(symbol),
                new PartialValue.Known(Value.Of(rest))
            ),
            { Wanted: var rest, Pieces: var pieces } => decisions.Decide(
                new Atom.Compares(
                    ComparisonOperator.Equal,
                    new PartialValue.Composed(new SymbolicText(pieces)),
                    new PartialValue.Known(Value.Of(rest))
                )
            ),
        };

    // 0 as a number, or none: what no number that isn't 0 can equal.
    private static bool IsNoCount(Value value) => Coercion.ToNumber(value) is 0 or double.NaN;

    private static bool IsKnown(PartialValue value) => value is PartialValue.Known;

    private static bool BothParts(Value one, Value other) => !one.IsPrimitive && !other.IsPrimitive;

    // A value that compares like this one whatever it is beside it, where there is such a value.
    private static Value? Standing(PartialValue value) =>
        value switch
        {
            PartialValue.Known known => known.Value,
            PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.List or SymbolHolding.Object } => AnyObject,
            _ => null,
        };

    private static bool IsLater(PartialValue left, PartialValue right) =>
        right is not PartialValue.Known && string.CompareOrdinal(left.ToString(), right.ToString()) > 0;
}
