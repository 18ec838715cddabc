using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// <c>contains(search, item)</c>: whether an array has an item that equals it, or a text has it somewhere. In an object
/// nothing is contained.
/// </summary>
internal sealed class ContainsFunction() : Function("contains", 2, 2)
{
    public override Value Call(FunctionCall call) =>
        Value.Of(
            call.Argument(0) switch
            {
                Value.Array { Items: { Count: > 0 } items } => items.Any(item =>
                    Comparison.AreEqual(call.Argument(1), item)
                ),
                { IsPrimitive: true } => call.IsPrimitive(1)
                    && call.Text(0).Contains(call.Text(1), StringComparison.OrdinalIgnoreCase),
                _ => false,
            }
        );
}
