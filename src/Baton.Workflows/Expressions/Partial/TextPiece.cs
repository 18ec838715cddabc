using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>A piece of a text that is not wholly known.</summary>
public abstract record TextPiece
{
    private TextPiece() { } // closed: every case is here

    /// <summary>Text that is the same in all runs.</summary>
    public sealed record Literal(string Text) : TextPiece
    {
        /// <inheritdoc/>
        public override string ToString() => Text;
    }

    /// <summary>The value of a symbol as text.</summary>
    public sealed record OfSymbol(Symbol Symbol) : TextPiece
    {
        /// <inheritdoc/>
        public override string ToString() => Symbol.ToString();
    }

    /// <summary>What a function makes of symbols, as text: unlike symbols may make the same.</summary>
    public sealed record OfCall(PartialValue.Made Made) : TextPiece
    {
        /// <inheritdoc/>
        public override string ToString() => $"{{{Made}}}";
    }

    /// <summary>Why nothing is known of it, or null.</summary>
    public string? Doubt =>
        this switch
        {
            OfSymbol symbol => symbol.Symbol.Doubt,
            OfCall call => call.Made.Doubt,
            _ => null,
        };

    /// <summary>Whether it is never empty.</summary>
    internal bool IsFilled =>
        this switch
        {
            Literal literal => literal.Text.Length > 0,
            OfSymbol { Symbol: var symbol } => symbol.IsFilled || symbol.Holding == SymbolHolding.Number,
            _ => false,
        };

    /// <summary>Its text in a run.</summary>
    public string In(EvaluationContext run) =>
        this switch
        {
            Literal literal => literal.Text,
            OfSymbol symbol => Coercion.ToText(symbol.Symbol.In(run)),
            OfCall call => Coercion.ToText(call.Made.In(run)),
            _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
        };
}
