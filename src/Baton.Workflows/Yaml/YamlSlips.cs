using Baton.Workflows.Expressions.Embedding;

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
            : HasInnerQuote(value) ? "between single quotes a ' is written twice, as in 'it''s'"
            : HasNakedStar(line) ? "put a text that starts with * between quotes, as in '*'"
            : null;
    }

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
