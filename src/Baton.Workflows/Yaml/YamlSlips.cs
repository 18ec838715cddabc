using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Yaml;

/// <summary>
/// Slips that many people make, and that the parser only sees by what comes of them: expressions and conditions that YAML
/// takes for something of its own.
/// </summary>
internal static class YamlSlips
{
    /// <summary>What to write instead, where a line that the parser stumbles over has such a slip.</summary>
    public static string? Hint(string line)
    {
        var value = ValueOf(line);
        return value is ['!', not '!', ..] ? YamlTags.Single
            : HasNoDollar(line) ? $"an expression starts with {ExpressionText.Opening}"
            : IsInBrackets(line) ? "put the expression between quotes, as in '${{ github.ref }}'"
            : HasChoice(line) ? "the language has no ?: operator: write a && b || c, or case(a, b, c)"
            : HasTwoColons(line) ? $"put the whole value between quotes, as in '{Short(value)}', or write it below a |"
            : HasInnerQuote(value) ? "between single quotes a ' is written twice, as in 'it''s'"
            : HasNakedStar(line) ? "put a text that starts with * between quotes, as in '*'"
            : null;
    }

    /// <summary>
    /// A line without a colon and a space, which the parser takes for a text that goes on below, and stumbles over the
    /// next key.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="line">Where the parser stumbled.</param>
    /// <param name="said">What it said.</param>
    public static Finding? Unfinished(string text, int line, string said)
    {
        if (line < 2 || !said.Contains("multiline plain scalar", StringComparison.OrdinalIgnoreCase))
            return null;
        var above = LineBefore(text, ref line);
        var (written, indent) = (above.Trim(), above.Length - above.TrimStart().Length);
        if (written.Length == 0 || !char.IsAsciiLetter(written[0]) || written.Contains(": ", StringComparison.Ordinal))
            return null;
        var name = written.Split(' ', ':')[0];
        var value = written[name.Length..].TrimStart(' ', ':');
        return
            name.Length == 0
            || value.Length == 0
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? null
            : new Finding(
                "",
                line,
                indent + 1,
                "this is not YAML: this line is no key with a value",
                $"write a colon and a space after the key: {OneLine.Of(name, 40)}: {OneLine.Of(value, 40)}"
            );
    }

    private static string LineBefore(string text, ref int line)
    {
        var above = "";
        while (line > 1 && above.AsSpan().Trim().IsEmpty)
        {
            line--;
            var rest = text[YamlPlaces.Offset(text, line)..];
            above = rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
        }

        return above;
    }

    // A condition as other languages have it: a ? b : c.
    private static bool HasChoice(string line)
    {
        var at = line.IndexOf(" ? ", StringComparison.Ordinal);
        return at > 0 && line.IndexOf(" : ", at, StringComparison.Ordinal) > 0;
    }

    private static bool HasTwoColons(string line)
    {
        var value = ValueOf(line);
        return value.Length > 0
            && value[0] is not ('\'' or '"' or '{' or '[')
            && value.Contains(": ", StringComparison.Ordinal);
    }

    private static string Short(string value) =>
        OneLine.Of(value.Replace("'", "''", StringComparison.Ordinal).TrimEnd(), 40);

    private static string ValueOf(string line)
    {
        var text = line.Trim();
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return (colon < 0 ? text : text[(colon + 1)..]).TrimStart(' ', '-');
    }

    private static bool HasNoDollar(string line)
    {
        var at = line.IndexOf("{{", StringComparison.Ordinal);
        return at == 0 || (at > 0 && line[at - 1] != '$');
    }

    private static bool IsInBrackets(string line)
    {
        var at = line.IndexOf(ExpressionText.Opening, StringComparison.Ordinal);
        return at > 0 && line.AsSpan(0, at).IndexOfAny('[', '{') >= 0 && line.AsSpan(0, at).IndexOfAny('\'', '"') < 0;
    }

    private static bool HasInnerQuote(string value)
    {
        if (!value.StartsWith('\''))
            return false;
        var next = value.IndexOf('\'', 1);
        return next > 0 && next + 1 < value.Length && char.IsLetterOrDigit(value[next + 1]);
    }

    private static bool HasNakedStar(string line)
    {
        var before = ' ';
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '*' && "[,:-".Contains(before, StringComparison.Ordinal))
                return i + 1 == line.Length || " ],*/".Contains(line[i + 1], StringComparison.Ordinal);
            if (line[i] != ' ')
                before = line[i];
        }

        return false;
    }
}
