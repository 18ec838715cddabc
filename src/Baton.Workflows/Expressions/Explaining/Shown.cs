using System.Globalization;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Expressions.Explaining;

/// <summary>Values on one line, as somebody would write them into an expression; what strangers wrote is escaped.</summary>
public static class Shown
{
    private const int Longest = 60;

    /// <summary>A value in short.</summary>
    public static string Short(Value value) =>
        value switch
        {
            Value.Text text => $"'{OneLine.Of(text.Content.Replace("'", "''", StringComparison.Ordinal), Longest)}'",
            Value.Array array => Few(array) ?? Count("an array of", array.Items.Count, "item"),
            Value.Object { Properties: var properties } => Count("an object of", properties.Count, "property"),
            _ => Full(value),
        };

    /// <summary>A value in full; arrays, objects and texts with line breaks over several lines.</summary>
    public static string Full(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Text text => $"'{Lines(text.Content.Replace("'", "''", StringComparison.Ordinal))}'",
            Value.Array or Value.Object => Lines(JsonValueWriter.Write(value, _ => { })),
            _ => Coercion.ToText(value),
        };

    /// <summary>The kind of a value with its article, as in "a text".</summary>
    public static string Kind(Value value) =>
        value switch
        {
            Value.Null => "null",
            Value.Boolean => "a truth value",
            Value.Number => "a number",
            Value.Text => "a text",
            Value.Array => "an array",
            _ => "an object",
        };

    /// <summary>A part of an expression on one line.</summary>
    public static string Part(string text) =>
        OneLine.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 100);

    private static string Lines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => OneLine.Of(line, int.MaxValue)));

    private static string? Few(Value.Array array)
    {
        if (array.Items.Count > Longest || !array.Items.All(item => item.IsPrimitive))
            return null;
        var items = $"[{string.Join(", ", array.Items.Select(Short))}]";
        return items.Length <= Longest ? items : null;
    }

    private static string Count(string what, int count, string one)
    {
        var noun =
            count == 1 ? one
            : one.EndsWith('y') ? one[..^1] + "ies"
            : one + "s";
        return string.Create(CultureInfo.InvariantCulture, $"{what} {count} {noun}");
    }
}
