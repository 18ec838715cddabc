using System.Text;
using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>
/// GitHub reads with an older version of the same parser, which takes three things that the newer one refuses by the
/// letter of YAML: https://github.com/actions/runner/blob/main/src/Sdk/Sdk.csproj. Files of real repositories have them,
/// so where the parser stumbles over one the text is repaired, with white space alone, and read again. Lines stay where
/// they are; so do columns, but on lines that are part of a quoted text.
/// </summary>
internal static class Leniency
{
    /// <summary>The repaired text, or null where something else is wrong.</summary>
    public static string? Repaired(string text, YamlException broken) =>
        SpaceBeforeComment(text, broken) ?? IndentedQuote(text, broken) ?? EmptyFirstLines(text, broken);

    // A # right after a closing bracket starts a comment.
    private static string? SpaceBeforeComment(string text, YamlException broken)
    {
        var at = (int)Math.Clamp(broken.Start.Index, 0, text.Length);
        if (at < text.Length && text[at] is ']' or '}')
            at++;
        var isComment = at > 0 && at < text.Length && text[at] == '#' && text[at - 1] is ']' or '}';
        return isComment ? text.Insert(at, " ") : null;
    }

    // The further lines of a text between double quotes may start anywhere; their indent is no part of it.
    private static string? IndentedQuote(string text, YamlException broken)
    {
        if (!broken.Message.Contains("wrong indentation", StringComparison.OrdinalIgnoreCase))
            return null;
        var start = (int)Math.Clamp(broken.Start.Index, 0, text.Length);
        start = text.IndexOf('"', start);
        if (start < 0)
            return null;
        var indent = new string(' ', start - text.LastIndexOf('\n', start));
        var repaired = new StringBuilder(text, 0, start + 1, text.Length + indent.Length);
        var at = start + 1;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            repaired.Append(text[at]);
            if (text[at] == '\\' && at + 1 < text.Length)
                repaired.Append(text[++at]);
            if (text[at] == '\n')
                repaired.Append(indent);
        }

        return repaired.Length == at ? null : repaired.Append(text, at, text.Length - at).ToString();
    }

    // The first lines of a block may be of white space, also of more than the text below them.
    private static string? EmptyFirstLines(string text, YamlException broken)
    {
        if (!broken.Message.Contains("extra spaces in first line", StringComparison.OrdinalIgnoreCase))
            return null;
        var lines = text.Split('\n');
        var (last, stripped) = ((int)Math.Min(broken.Start.Line, lines.Length) - 1, 0);
        for (var i = last; i >= 0 && (stripped == 0 || string.IsNullOrWhiteSpace(lines[i])); i--)
        {
            if (lines[i].Trim() is { Length: > 0 } || lines[i].Trim('\r').Length == 0)
                continue;
            lines[i] = "";
            stripped++;
        }

        return stripped == 0 ? null : string.Join('\n', lines);
    }
}
