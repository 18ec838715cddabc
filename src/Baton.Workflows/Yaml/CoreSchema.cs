using System.Buffers;
using System.Globalization;

namespace Baton.Workflows.Yaml;

/// <summary>
/// What a plain scalar means: https://yaml.org/spec/1.2.2/#103-core-schema. Of the older YAML nothing is left:
/// <c>yes</c>, <c>on</c>, <c>1_000</c>, <c>12:30:45</c> and dates are text; <c>010</c> is ten.
/// </summary>
internal static class CoreSchema
{
    private const string Prefix = "tag:yaml.org,2002:";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What an untagged plain scalar is.</summary>
    public static YamlType TypeOf(string text)
    {
        if (text.Length == 0)
            return YamlType.Nothing;
        return text[0] switch
        {
            '~' or 'n' or 'N' when text is "~" or "null" or "Null" or "NULL" => YamlType.Nothing,
            't' or 'T' or 'f' or 'F' when IsFlag(text) => YamlType.Flag,
            (>= '0' and <= '9') or '+' or '-' or '.' when IsNumber(text) => YamlType.Number,
            _ => YamlType.Text,
        };
    }

    /// <summary>What a tag makes of a scalar, or null where the tag isn't of the core schema.</summary>
    public static YamlType? TypeOfTag(string tag) =>
        tag.StartsWith(Prefix, StringComparison.Ordinal)
            ? tag[Prefix.Length..] switch
            {
                "str" => YamlType.Text,
                "null" => YamlType.Nothing,
                "bool" => YamlType.Flag,
                "int" or "float" => YamlType.Number,
                _ => null,
            }
            : null;

    /// <summary>Whether a text can be what its tag says.</summary>
    public static bool Fits(string text, string tag) =>
        tag[Prefix.Length..] switch
        {
            "null" => TypeOf(text) == YamlType.Nothing,
            "bool" => IsFlag(text),
            "int" => IsWhole(text) || IsOfBase(text),
            "float" => IsFloat(text),
            _ => true,
        };

    /// <summary>The number that a text spells; what is too large is infinite.</summary>
    public static double Number(string text)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        if (rest is ".inf" or ".Inf" or ".INF")
            return sign * double.PositiveInfinity;
        if (rest is ".nan" or ".NaN" or ".NAN")
            return double.NaN;
        if (IsOfBase(text))
            return OfBase(text.AsSpan(2), text[1] == 'x' ? 16 : 8);
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static bool IsFlag(string text) => text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    private static bool IsNumber(string text) => IsFloat(text) || IsOfBase(text);

    private static bool IsOfBase(string text) =>
        text.Length > 2
        && text[0] == '0'
        && (
            (text[1] == 'x' && !text.AsSpan(2).ContainsAnyExcept(Hexadecimal))
            || (text[1] == 'o' && !text.AsSpan(2).ContainsAnyExceptInRange('0', '7'))
        );

    private static bool IsWhole(string text)
    {
        var digits = text.AsSpan(text.Length > 0 && text[0] is '-' or '+' ? 1 : 0);
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, and the words for infinite and none.
    private static bool IsFloat(string text)
    {
        if (text.Length == 0)
            return false;
        var rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        if (rest is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
            return true;
        var whole = Digits(ref rest);
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            whole += Digits(ref rest);
        }

        if (whole == 0)
            return false;
        if (rest is ['e' or 'E', ..])
        {
            rest = rest[(rest.Length > 1 && rest[1] is '-' or '+' ? 2 : 1)..];
            if (Digits(ref rest) == 0)
                return false;
        }

        return rest.Length == 0;
    }

    private static int Digits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var count = end < 0 ? text.Length : end;
        text = text[count..];
        return count;
    }

    private static double OfBase(ReadOnlySpan<char> digits, int radix)
    {
        var number = 0.0;
        foreach (var digit in digits)
            number = (number * radix) + Convert.ToInt32(digit.ToString(), 16);
        return number;
    }
}
