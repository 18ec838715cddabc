using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary><c>startsWith(text, start)</c> and <c>endsWith(text, end)</c>; false for arrays and objects.</summary>
internal sealed class AffixFunction(string name, Func<string, string, bool> has) : Function(name, 2, 2)
{
    public override Value Call(FunctionCall call) =>
        Value.Of(call.IsPrimitive(0) && call.IsPrimitive(1) && has(call.Text(0), call.Text(1)));
}
