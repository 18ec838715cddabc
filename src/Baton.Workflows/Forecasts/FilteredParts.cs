using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in a list that <c>*</c> made: a list again, of what lies in each item.</summary>
internal sealed class FilteredParts : ISymbolParts
{
    private static readonly FilteredParts Shared = new();

    /// <summary>All that a symbol's value holds.</summary>
    public static PartialValue Of(Symbol symbol) => Step(symbol, Symbol.All);

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) => Step(symbol, key);

    public PartialValue All(Symbol symbol) => Step(symbol, Symbol.All);

    private static PartialValue.OfSymbol Step(Symbol symbol, string key) =>
        new(new Symbol([.. symbol.Way, key], SymbolHolding.List, symbol.Origin, Shared));
}
