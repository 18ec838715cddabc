using System.Buffers;
using System.Globalization;

namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// What a value is as a truth value, a number or a text:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators and
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/EvaluationResult.cs
/// </summary>
public static class Coercion
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Whether it counts as true: all but null, false, 0, NaN and the empty text.</summary>
    public static bool ToTruth(Value value) =>
        value switch
        {
            Value.Null => false,
            Value.Boolean boolean => boolean.Truth,
            Value.Number number => number.Amount != 0 && !double.IsNaN(number.Amount),
            Value.Text text => text.Content.Length > 0,
            _ => true,
        };

    /// <summary>It as a number: null is 0, true is 1, arrays and objects are NaN.</summary>
    public static double ToNumber(Value value) =>
        value switch
        {
            Value.Null => 0,
            Value.Boolean boolean => boolean.Truth ? 1 : 0,
            Value.Number number => number.Amount,
            Value.Text text => ParseNumber(text.Content),
            _ => double.NaN,
        };

    /// <summary>It as text: null is empty, arrays and objects are the name of their kind.</summary>
    public static string ToText(Value value) =>
        value switch
        {
            Value.Null => "",
            Value.Boolean boolean => boolean.Truth ? "true" : "false",
            Value.Number number => FormatNumber(number.Amount),
            Value.Text text => text.Content,
            _ => value.Kind,
        };

    /// <summary>A number as the language writes it: at most 15 digits, and no negative zero.</summary>
    public static string FormatNumber(double number) =>
        number == 0 ? "0" : number.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>
    /// A text as a number: empty is 0; decimal with an exponent, 0x and 0o (both 32 bits, as on GitHub), Infinity; all
    /// else is NaN. Spaces around it don't count.
    /// </summary>
    public static double ParseNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const NumberStyles Decimal =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            return 0;
        if (double.TryParse(trimmed, Decimal, CultureInfo.InvariantCulture, out var number))
            return number;
        return trimmed.StartsWith("0x", StringComparison.Ordinal)
            && !trimmed[2..].ContainsAnyExcept(HexDigits)
            && int.TryParse(trimmed[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)
                ? hex
            : trimmed.StartsWith("0o", StringComparison.Ordinal) ? ParseOctal(trimmed[2..])
            : double.NaN;
    }

    private static double ParseOctal(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty)
            return double.NaN;
        ulong sum = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || sum > uint.MaxValue)
                return double.NaN;
            sum = (sum * 8) + (uint)(digit - '0');
        }

        return sum > uint.MaxValue ? double.NaN : (int)(uint)sum;
    }
}
