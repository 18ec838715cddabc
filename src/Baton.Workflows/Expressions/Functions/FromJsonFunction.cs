using System.Globalization;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Functions;

/// <summary><c>fromJSON(text)</c>: the value that a JSON text says.</summary>
internal sealed class FromJsonFunction() : Function("fromJSON", 1, 1)
{
    public override Value Call(FunctionCall call) =>
        JsonValueReader.Read(call.Text(0)) switch
        {
            JsonReading.Read read => read.Value,
            JsonReading.Malformed malformed => throw call.Refuse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Error parsing fromJson: {malformed.Message}, at character {malformed.Index + 1} of the text"
                )
            ),
            _ => throw new System.Diagnostics.UnreachableException("JSON is read or malformed"),
        };
}
