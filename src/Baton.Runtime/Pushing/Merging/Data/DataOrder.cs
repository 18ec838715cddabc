using System.Globalization;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>Which of two values is newer: as numbers, as versions (<c>v1.10.2</c>), or as times (ISO 8601).</summary>
internal static class DataOrder
{
    /// <summary>Compares two values; null where they are no two of a kind.</summary>
    public static int? Compare(DataScalar left, DataScalar right)
    {
        if (left.Kind == DataKind.Number && right.Kind == DataKind.Number)
            return Number(left.Text) is { } a && Number(right.Text) is { } b ? a.CompareTo(b) : null;
        if (Version(left.Text) is { } older && Version(right.Text) is { } newer)
            return older.AsSpan().SequenceCompareTo(newer);
        return Time(left.Text) is { } first && Time(right.Text) is { } second ? first.CompareTo(second) : null;
    }

    /// <summary>The number that a text spells, exactly; null where it is none or too large.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Numbers between dots; what says more (1.0-rc.1) has an order that not all agree on.
    private static long[]? Version(string text)
    {
        var parts = text.AsSpan().TrimStart('v').ToString().Split('.');
        var numbers = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        return numbers;
    }

    private static DateTimeOffset? Time(string text) =>
        text.Length >= 8
        && char.IsAsciiDigit(text[0])
        && text.AsSpan(4).StartsWith("-")
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var time
        )
            ? time
            : null;
}
