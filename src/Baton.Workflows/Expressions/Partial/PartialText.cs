using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>What is known of a value as text.</summary>
internal static class PartialText
{
    /// <summary>The pieces of a value's text.</summary>
    public static IReadOnlyList<TextPiece> PiecesOf(PartialValue value) =>
        value switch
        {
            PartialValue.Known known => [new TextPiece.Literal(Coercion.ToText(known.Value))],
            PartialValue.OfSymbol { Symbol: { Holding: SymbolHolding.Object } } =>
            [
                new TextPiece.Literal(Coercion.ToText(new Value.Object(Properties.None))),
            ],
            PartialValue.OfSymbol { Symbol: { Holding: SymbolHolding.List } } =>
            [
                new TextPiece.Literal(Coercion.ToText(new Value.Array([]))),
            ],
            PartialValue.OfSymbol symbol => [new TextPiece.OfSymbol(symbol.Symbol)],
            PartialValue.Composed composed => composed.Text.Pieces,
            PartialValue.Made made => [new TextPiece.OfCall(made)],
            _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
        };

    /// <summary>The text that pieces make, as simple as it can be said.</summary>
    public static PartialValue Of(IEnumerable<TextPiece> pieces)
    {
        var text = new SymbolicText(pieces);
        return text switch
        {
            { Fixed: { } known } => new PartialValue.Known(Value.Of(known)),
            { Pieces: [TextPiece.OfSymbol { Symbol: { IsText: true } symbol }] } => new PartialValue.OfSymbol(symbol),
            { Pieces: [TextPiece.OfCall call] } => call.Made,
            _ => new PartialValue.Composed(text),
        };
    }
}
