using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax.Triggers;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>inputs</c> of a workflow that somebody starts by hand: what its trigger declares.</summary>
internal sealed class InputParts(IReadOnlyList<Input> declared) : ISymbolParts
{
    private static readonly SymbolOrigin Origin = new SymbolOrigin.Given();

    public PartialValue Find(Symbol symbol, string key, Decisions decisions)
    {
        var input = declared.FirstOrDefault(one =>
            string.Equals(one.Name.AsText(), key, StringComparison.OrdinalIgnoreCase)
        );
        if (input is null)
            return PartialValue.Null;
        string[] way = ["inputs", input.Name.AsText()];
        return input.Type?.AsText() switch
        {
            "boolean" => new PartialValue.Known(
                Value.Of(decisions.Decide(new Atom.Counts(UnknownParts.Value(way, Origin))))
            ),
            "number" => UnknownParts.Value(way, Origin),
            _ => new PartialValue.OfSymbol(new Symbol(way, SymbolHolding.Text, Origin)),
        };
    }

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);
}
