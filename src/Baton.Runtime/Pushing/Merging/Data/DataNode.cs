using System.Text;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>A value of a JSON or YAML file that knows where it stands in its text.</summary>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The first character behind it.</param>
internal abstract record DataNode(int Start, int End)
{
    private string? canonical;

    /// <summary>What it says, however it is written: equal for two values that mean the same.</summary>
    public string Canonical => canonical ??= Say(new StringBuilder()).ToString();

    /// <summary>Whether both mean the same; two that are absent do.</summary>
    public static bool Same(DataNode? left, DataNode? right) =>
        string.Equals(left?.Canonical, right?.Canonical, StringComparison.Ordinal);

    /// <summary>Writes what it says.</summary>
    protected abstract StringBuilder Say(StringBuilder into);
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyStart">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record DataEntry(string Key, int KeyStart, DataNode Value);

/// <summary>Keys with values. The order of the keys says nothing.</summary>
/// <param name="Entries">Its entries, in the order of the text; no key comes twice.</param>
/// <param name="IsFlow">Whether it stands between braces.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character behind it.</param>
internal sealed record DataMapping(IReadOnlyList<DataEntry> Entries, bool IsFlow, int Start, int End)
    : DataNode(Start, End)
{
    public DataEntry? Entry(string key) =>
        Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal));

    public DataNode? this[string key] => Entry(key)?.Value;

    protected override StringBuilder Say(StringBuilder into)
    {
        into.Append('{');
        foreach (var entry in Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            DataScalar.Quote(into, entry.Key).Append(':').Append(entry.Value.Canonical).Append(',');
        return into.Append('}');
    }
}

/// <summary>Values in an order.</summary>
/// <param name="Items">The values.</param>
/// <param name="IsFlow">Whether it stands between brackets.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character behind it.</param>
internal sealed record DataList(IReadOnlyList<DataNode> Items, bool IsFlow, int Start, int End) : DataNode(Start, End)
{
    protected override StringBuilder Say(StringBuilder into)
    {
        into.Append('[');
        foreach (var item in Items)
            into.Append(item.Canonical).Append(',');
        return into.Append(']');
    }
}

/// <summary>A single value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says: text without quotes and escapes, numbers as they are spelt.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character behind it.</param>
internal sealed record DataScalar(DataKind Kind, string Text, int Start, int End) : DataNode(Start, End)
{
    public static StringBuilder Quote(StringBuilder into, string text) =>
        into.Append('"')
            .Append(
                text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            )
            .Append('"');

    protected override StringBuilder Say(StringBuilder into) =>
        Kind == DataKind.Text ? Quote(into, Text) : into.Append(Kind == DataKind.Nothing ? "null" : Text);
}

/// <summary>What a single value is.</summary>
internal enum DataKind
{
    Text,
    Number,
    Flag,
    Nothing,
}
