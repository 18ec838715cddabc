namespace Baton.Runtime.Wording;

/// <summary>Text as one word of a shell's line, for a line that somebody may copy: a path may have been written by a stranger.</summary>
public static class ShellWord
{
    /// <summary>Quotes it; between single quotes nothing has a meaning but the closing one.</summary>
    public static string Of(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Several words.</summary>
    public static string Of(IEnumerable<string> texts) => string.Join(' ', texts.Select(Of));
}
