using System.Globalization;
using System.Text;

namespace Baton.Workflows.Findings;

/// <summary>
/// Puts text that a stranger wrote (a title, a branch, a key) on one line of a message. A title with a line break could
/// otherwise forge a line of a log, one with an escape sequence could repaint the terminal, and one with a workflow
/// command in it could speak to the CI service, which reads commands out of what a step prints.
/// </summary>
public static class OneLine
{
    /// <summary>
    /// The most characters that <see cref="Of"/> and <see cref="Quoted"/> keep if not told otherwise.
    /// </summary>
    public const int DefaultLength = 120;

    /// <summary>
    /// The text without control characters, direction marks, lone surrogates and workflow commands, cut to a length.
    /// </summary>
    public static string Of(string text, int length = DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (line.Length >= length)
                return line.Append('…').ToString();
            i += Append(line, text, i);
        }

        return line.ToString();
    }

    /// <summary>The text as <see cref="Of"/> gives it, between double quotes.</summary>
    public static string Quoted(string text, int length = DefaultLength) => $"\"{Of(text, length)}\"";

    /// <summary>
    /// Whether a name or a message can't carry this character: control characters, line and paragraph separators,
    /// direction marks.
    /// </summary>
    public static bool IsUnsafe(char c) =>
        char.IsControl(c)
        || c
            is '\u2028'
                or '\u2029'
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069')
                or '\u200e'
                or '\u200f'
                or '\ufeff';

    /// <summary>
    /// The index of the first character that a name can't carry, half a surrogate pair included, or -1.
    /// </summary>
    public static int FirstUnsafe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
                i++;
            else if (IsUnsafe(text[i]) || char.IsSurrogate(text[i]))
                return i;
        }

        return -1;
    }

    // Returns how many characters beyond the first were taken.
    private static int Append(StringBuilder line, string text, int i)
    {
        var c = text[i];
        if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
        {
            line.Append(c).Append(text[i + 1]);
            return 1;
        }

        if (IsUnsafe(c) || char.IsSurrogate(c) || StartsCommand(text, i))
            line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else
            line.Append(c);
        return 0;
    }

    // GitHub's runner takes "::name::" at the start of a line, and the older "##[name]" anywhere in it, for a command:
    // https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    private static bool StartsCommand(string text, int i) =>
        text.AsSpan(i).StartsWith("##[", StringComparison.Ordinal)
        || (text.AsSpan(i).StartsWith("::", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(text[..i]));
}
