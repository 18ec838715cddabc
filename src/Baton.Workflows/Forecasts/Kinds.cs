using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// Places of a file that take one kind of value: GitHub ends the run where an expression there gives another, and
/// converts nothing:
/// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs
/// </summary>
internal static class Kinds
{
    /// <summary>A value where <c>true</c> or <c>false</c> must stand.</summary>
    /// <exception cref="RefusedException">It is of another kind.</exception>
    /// <exception cref="UntellableException">Nobody can say of what kind it is.</exception>
    public static PartialValue.Known Truth(PartialValue value) =>
        value switch
        {
            PartialValue.Known { Value: Value.Boolean } known => known,
            PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.Anything } symbol => throw Untold(symbol),
            _ => throw Unexpected(value),
        };

    /// <summary>A value where a number must stand.</summary>
    /// <exception cref="RefusedException">It is of another kind.</exception>
    /// <exception cref="UntellableException">Nobody can say of what kind it is.</exception>
    public static PartialValue Number(PartialValue value) =>
        value switch
        {
            PartialValue.Known { Value: Value.Number } => value,
            PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.Number or SymbolHolding.FilledNumber } => value,
            PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.Anything } symbol => throw Untold(symbol),
            _ => throw Unexpected(value),
        };

    /// <summary>A value where a text must stand: any single value is one.</summary>
    /// <exception cref="RefusedException">It is a list or an object.</exception>
    /// <exception cref="UntellableException">Nobody can say of what kind it is.</exception>
    public static PartialValue Text(PartialValue value) =>
        value switch
        {
            PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.Anything } symbol => throw Untold(symbol),
            _ => PartialText.Of(PartialText.PiecesOf(Single(value))),
        };

    /// <summary>A value where a text must stand, which may also be one of which nobody can say what it is.</summary>
    /// <exception cref="RefusedException">It is a list or an object.</exception>
    public static PartialValue Single(PartialValue value) =>
        value
            is PartialValue.Known { Value.IsPrimitive: false }
                or PartialValue.OfSymbol { Symbol.Holding: SymbolHolding.List or SymbolHolding.Object }
            ? throw Unexpected(value)
            : value;

    private static UntellableException Untold(PartialValue.OfSymbol value) =>
        new(value.Doubt ?? $"of what kind {value} is, is known only in the run");

    private static RefusedException Unexpected(PartialValue value) =>
        new(
            new ExpressionError(
                ErrorKind.Evaluation,
                $"Unexpected value '{(value is PartialValue.Known known ? Coercion.ToText(known.Value) : value)}'",
                0,
                0
            )
        );
}
