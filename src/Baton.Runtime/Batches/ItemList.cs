using System.Globalization;
using System.Text;

namespace Baton.Runtime.Batches;

/// <summary>
/// Reads the list of a batch. What can't be an argument of a program, or would be another text than the file has, is an
/// error before anything has started, and not a batch that stops in its middle.
/// </summary>
public static class ItemList
{
    /// <summary>The most bytes of a list.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>The most bytes of one item; Linux takes no longer argument than 128 KiB (execve(2), MAX_ARG_STRLEN).</summary>
    public const int LongestItem = 64 << 10;

    /// <summary>The most items of a list.</summary>
    public const int MostItems = 100_000;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads the bytes of a list. Empty entries, and lines of nothing but spaces, are left out.</summary>
    public static ItemsReading Read(ReadOnlySpan<byte> bytes, ItemsBetween between)
    {
        var rest = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        var separator = between == ItemsBetween.Nulls ? (byte)0 : (byte)'\n';
        var (items, first) = (new List<Item>(), new Dictionary<string, Item>(StringComparer.Ordinal));
        for (var entry = 1; rest.Length > 0; entry++)
        {
            var end = rest.IndexOf(separator);
            var one = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (between == ItemsBetween.Lines && one is [.. var line, (byte)'\r'])
                one = line;
            if (Problem(one, between) is { } problem)
                return Malformed(entry, between, problem);
            var text = Strict.GetString(one);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (items.Count == MostItems)
                return Malformed(entry, between, $"it is one more than the {Count(MostItems)} items of a batch");
            var item = new Item(text, items.Count + 1) { Repeats = first.GetValueOrDefault(text) };
            first.TryAdd(text, item);
            items.Add(item);
        }
        return new ItemsReading.Read(items);
    }

    private static string? Problem(ReadOnlySpan<byte> item, ItemsBetween between) =>
        item.Length > LongestItem ? $"it has {Count(item.Length)} bytes; at most {Count(LongestItem)} are allowed"
        : between == ItemsBetween.Lines && item.Contains((byte)0)
            ? "it has a NUL character, which no argument can have: --null takes a list that is separated by those"
        : !IsText(item) ? "it is not UTF-8"
        : null;

    private static bool IsText(ReadOnlySpan<byte> item) => System.Text.Unicode.Utf8.IsValid(item);

    private static ItemsReading.Malformed Malformed(int entry, ItemsBetween between, string problem) =>
        new($"{(between == ItemsBetween.Lines ? "line" : "entry")} {Count(entry)}: {problem}");

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
