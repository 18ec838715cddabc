using System.Text;

namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>
/// A text as lines, and back, byte for byte. Each character is a byte (Latin-1): what a file is encoded in doesn't matter
/// to its lines.
/// </summary>
/// <param name="Lines">The lines without their ends.</param>
/// <param name="End">What ends a line: <c>\n</c> or <c>\r\n</c>.</param>
/// <param name="IsClosed">Whether the last line has its end.</param>
internal sealed record TextLines(IReadOnlyList<string> Lines, string End, bool IsClosed)
{
    /// <summary>Reads lines; of a file with both kinds of line ends the carriage returns stay in the lines.</summary>
    public static TextLines Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new TextLines([], "\n", true);
        var text = Encoding.Latin1.GetString(bytes);
        var breaks = text.AsSpan().Count('\n');
        var end = breaks > 0 && text.AsSpan().Count("\r\n") == breaks ? "\r\n" : "\n";
        var isClosed = text.EndsWith(end, StringComparison.Ordinal);
        return new TextLines((isClosed ? text[..^end.Length] : text).Split(end), end, isClosed);
    }

    /// <summary>The bytes of other lines in the form of these.</summary>
    public byte[] Write(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? [] : Encoding.Latin1.GetBytes(string.Join(End, lines) + (IsClosed ? End : ""));
}
