namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// Looking a property, an index or <c>*</c> up in a value; nothing that is not there is an error:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Sdk/Operators/Index.cs
/// </summary>
public static class Lookup
{
    /// <summary>
    /// What a value has under a key: a property by the key as text, an item by the key as a number rounded down; in an
    /// array that <c>*</c> made, what each of its items has.
    /// </summary>
    public static Value In(Value target, Value key) =>
        target is Value.Array { IsFiltered: true } filtered
            ? new Value.Array([.. filtered.Items.Select(item => Step(item, key)).OfType<Value>()], IsFiltered: true)
            : Step(target, key) ?? Value.Null.Value;

    /// <summary>All that a value holds; nothing for what is neither an array nor an object.</summary>
    public static Value.Array All(Value target) =>
        target is Value.Array { IsFiltered: true } filtered
            ? new Value.Array([.. filtered.Items.SelectMany(Held)], IsFiltered: true)
            : new Value.Array([.. Held(target)], IsFiltered: true);

    /// <summary>Whether there is anything to look up in: only then is the key evaluated.</summary>
    public static bool HasParts(Value target) => !target.IsPrimitive;

    /// <summary>Whether a text is the place of an item in some array.</summary>
    public static bool IsPlace(string key) => Index(Value.Of(key)) is not null;

    private static Value? Step(Value target, Value key) =>
        target switch
        {
            Value.Object found when key.IsPrimitive => found.Properties.Find(Coercion.ToText(key)),
            Value.Array array => Index(key) is { } index && index < array.Items.Count ? array.Items[index] : null,
            _ => null,
        };

    private static int? Index(Value key)
    {
        var number = Math.Floor(Coercion.ToNumber(key));
        return number is >= 0 and <= int.MaxValue ? (int)number : null;
    }

    private static IEnumerable<Value> Held(Value target) =>
        target switch
        {
            Value.Object found => found.Properties.Select(pair => pair.Value),
            Value.Array array => array.Items,
            _ => [],
        };
}
