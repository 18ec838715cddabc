using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>
/// GitHub's reader takes a <c>#</c> right after a closing bracket for a comment; ours, by the letter of YAML, wants a
/// space before it. So it gets one: what moves is the comment alone, so every place stays what it was.
/// </summary>
internal static class CommentAfterFlow
{
    /// <summary>The text with the space, or null where that is not what was wrong.</summary>
    public static string? Repaired(string text, YamlException broken)
    {
        if (!broken.Message.Contains("invalid comment", StringComparison.Ordinal))
            return null;
        var from = (int)Math.Clamp(broken.Start.Index, 0, text.Length);
        var hash = text.AsSpan(from).IndexOfAny('#', '\n') is var at and >= 0 ? from + at : text.Length;
        var isAfterBracket = hash > 0 && hash < text.Length && text[hash] == '#' && text[hash - 1] is ']' or '}';
        return isAfterBracket ? text.Insert(hash, " ") : null;
    }
}
