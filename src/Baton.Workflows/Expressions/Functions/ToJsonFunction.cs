using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary><c>toJSON(value)</c>: the value as indented JSON text.</summary>
internal sealed class ToJsonFunction() : Function("toJSON", 1, 1)
{
    public override Value Call(FunctionCall call)
    {
        var memory = call.NewMemory();
        return Value.Of(JsonValueWriter.Write(call.Argument(0), memory.Add));
    }
}
