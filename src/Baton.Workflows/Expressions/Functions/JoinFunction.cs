using System.Text;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// <c>join(array, separator)</c>: the items as text with the separator between them, a comma if none is given or it is
/// an array or object. A text stays as it is; an object is empty.
/// </summary>
internal sealed class JoinFunction() : Function("join", 1, 2)
{
    public override Value Call(FunctionCall call) =>
        call.Argument(0) switch
        {
            Value.Array array => Value.Of(Join(call, array.Items)),
            { IsPrimitive: true } primitive => Value.Of(Coercion.ToText(primitive)),
            _ => Value.Of(""),
        };

    private static string Join(FunctionCall call, IReadOnlyList<Value> items)
    {
        var joined = new StringBuilder();
        var memory = call.NewMemory();
        var separator = items.Count > 1 && call.IsPrimitive(1) ? call.Text(1) : ",";
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Add(separator);
            Add(Coercion.ToText(items[i]));
        }

        return joined.ToString();

        void Add(string text)
        {
            memory.Add(text);
            joined.Append(text);
        }
    }
}
