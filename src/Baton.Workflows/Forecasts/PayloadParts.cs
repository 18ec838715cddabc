using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Forecasts;

/// <summary>
/// What lies in a value of a payload, by the catalogue of payloads: null where it never is, and where it is only
/// sometimes it is asked whether it is there.
/// </summary>
internal sealed class PayloadParts(PayloadType type) : ISymbolParts
{
    private static readonly SymbolOrigin Origin = new SymbolOrigin.Event();

    /// <summary>A value of a payload that is there.</summary>
    public static PartialValue Value(IReadOnlyList<string> way, PayloadType type, Decisions decisions)
    {
        var symbol = new Symbol(
            way,
            Holding(type),
            Origin,
            type is PayloadType.Text or PayloadType.Number ? null : new PayloadParts(type)
        );
        PartialValue value = new PartialValue.OfSymbol(symbol);
        return type is PayloadType.Truth
            ? new PartialValue.Known(Expressions.Values.Value.Of(decisions.Decide(new Atom.Counts(value))))
            : value;
    }

    public PartialValue Find(Symbol symbol, string key, Decisions decisions)
    {
        IReadOnlyList<string> way = [.. symbol.Way, NameOf(key)];
        switch (PayloadCatalogue.Step(type, key))
        {
            case FieldPresence.Always always:
                return Value(way, always.Type, decisions);
            case FieldPresence.Sometimes sometimes:
                var found = new Symbol(way, Holding(sometimes.Type), Origin);
                return decisions.Decide(new Atom.IsThere(found))
                    ? Value(way, sometimes.Type, decisions)
                    : PartialValue.Null;
            default:
                return PartialValue.Null;
        }
    }

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);

    // The payload's own spelling: it looks names up without case.
    private string NameOf(string key) =>
        type switch
        {
            PayloadType.Object item => NameIn(item.Shape, key),
            PayloadType.Anything { Shape: { } shape } => NameIn(shape, key),
            _ => key,
        };

    private static string NameIn(PayloadShape shape, string key) =>
        shape.Fields.FirstOrDefault(field => string.Equals(field.Name, key, StringComparison.OrdinalIgnoreCase))?.Name
        ?? key;

    private static SymbolHolding Holding(PayloadType type) =>
        type switch
        {
            PayloadType.Text text => text.CanBeEmpty ? SymbolHolding.Text : SymbolHolding.FilledText,
            PayloadType.Number number => number.CanBeZero ? SymbolHolding.Number : SymbolHolding.FilledNumber,
            PayloadType.List => SymbolHolding.List,
            PayloadType.Object => SymbolHolding.Object,
            _ => SymbolHolding.Anything,
        };
}
