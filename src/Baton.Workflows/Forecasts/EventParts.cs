using Baton.Workflows.Events.Payloads;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>github.event</c>: the payload, whose activity is the one that the occasion has.</summary>
internal sealed class EventParts(string? activity, PayloadShape shape) : ISymbolParts
{
    private readonly PayloadParts fields = new(new PayloadType.Object(shape));

    public PartialValue Find(Symbol symbol, string key, Decisions decisions) =>
        activity is not null && string.Equals(key, "action", StringComparison.OrdinalIgnoreCase)
            ? new PartialValue.Known(Value.Of(activity))
            : fields.Find(symbol, key, decisions);

    public PartialValue All(Symbol symbol) => fields.All(symbol);
}
