using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in a context that is empty.</summary>
internal sealed class AbsentParts : ISymbolParts
{
    private static readonly AbsentParts Shared = new();

    /// <summary>An empty context: nobody says whether it is null or an object without fields.</summary>
    public static PartialValue Of(string context) =>
        new PartialValue.OfSymbol(
            new Symbol(
                [context],
                SymbolHolding.Anything,
                new SymbolOrigin.Unknown($"nobody says what an empty {context} is as a whole"),
                Shared
            )
        );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) => PartialValue.Null;

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);
}
