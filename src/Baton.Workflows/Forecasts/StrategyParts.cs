using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>strategy</c> of one form of a job.</summary>
internal sealed class StrategyParts(int index, int count) : ISymbolParts
{
    private const string Whole = "the strategy is known one by one, not as a whole";
    private const string Why = "whether the other forms end with it is known only in the run";

    public static PartialValue Of(string context, (int Index, int Count) form) =>
        new PartialValue.OfSymbol(
            new Symbol(
                [context],
                SymbolHolding.Object,
                new SymbolOrigin.Unknown(Whole),
                new StrategyParts(form.Index, form.Count)
            )
        );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) =>
        key.ToLowerInvariant() switch
        {
            "job-index" => new PartialValue.Known(Value.Of(index)),
            "job-total" => new PartialValue.Known(Value.Of(count)),
            var other => UnknownParts.Value(Why, [.. symbol.Way, other]),
        };

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);
}
