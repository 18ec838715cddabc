using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in a value of which nothing is known: as little.</summary>
internal sealed class UnknownParts : ISymbolParts
{
    private static readonly UnknownParts Shared = new();

    /// <summary>A value of which nothing is known.</summary>
    public static PartialValue Value(string why, params IReadOnlyList<string> way) =>
        Value(way, new SymbolOrigin.Unknown(why));

    public static PartialValue Value(IReadOnlyList<string> way, SymbolOrigin origin) =>
        new PartialValue.OfSymbol(new Symbol(way, SymbolHolding.Anything, origin, Shared));

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) =>
        Value([.. symbol.Way, key], symbol.Origin);

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);
}
