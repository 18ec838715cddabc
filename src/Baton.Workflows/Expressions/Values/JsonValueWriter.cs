using System.Globalization;
using System.Text;

namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// Writes a value as <c>toJSON</c> on GitHub does: two spaces a level, LF, numbers with at most 15 digits, letters
/// outside ASCII as they are. NaN and the infinities come out as words, which no strict reader takes:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Sdk/Functions/ToJson.cs
/// </summary>
public static class JsonValueWriter
{
    /// <summary>A value as text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Is told each piece before it is added, and may refuse by throwing.</param>
    public static string Write(Value value, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var text = new StringBuilder();
        Put(
            value,
            "",
            0,
            piece =>
            {
                write(piece);
                text.Append(piece);
            }
        );
        return text.ToString();
    }

    /// <summary>A text between double quotes, escaped.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (Escape(c) is { } escape)
                quoted.Append('\\').Append(escape);
            else if (c is < ' ' or '\u0085' or '\u2028' or '\u2029')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    // A piece is what GitHub counts as one: a value with what stands before it.
    private static void Put(Value value, string before, int level, Action<string> put)
    {
        switch (value)
        {
            case Value.Array { Items: { Count: > 0 } items }:
                put(before + "[");
                for (var i = 0; i < items.Count; i++)
                    Put(items[i], Indent(i > 0 ? "," : "", level + 1), level + 1, put);
                put(Indent("", level) + "]");
                break;
            case Value.Object { Properties: { Count: > 0 } properties }:
                put(before + "{");
                for (var i = 0; i < properties.Count; i++)
                {
                    put(Indent(i > 0 ? "," : "", level + 1) + Quote(properties[i].Key));
                    Put(properties[i].Value, ": ", level + 1, put);
                }

                put(Indent("", level) + "}");
                break;
            default:
                put(before + Simple(value));
                break;
        }
    }

    private static string Indent(string before, int level) => $"{before}\n{new string(' ', level * 2)}";

    private static string Simple(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Text text => Quote(text.Content),
            Value.Array => "[]",
            Value.Object => "{}",
            _ => Coercion.ToText(value),
        };

    private static char? Escape(char c) =>
        c switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => null,
        };
}
