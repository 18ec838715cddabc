using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Ci;

/// <summary>
/// Puts foreign text into Markdown so that it stays text: no markup, no HTML, no links, no mentions, no cells of its
/// own.
/// </summary>
public static class Markdown
{
    /// <summary>The text on one line, all punctuation that could mean something as character references.</summary>
    /// <remarks>
    /// A reference is never markup: https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
    /// </remarks>
    public static string Text(string text, int length = OneLine.DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder();
        foreach (var c in OneLine.Of(text.ReplaceLineEndings(" "), length).Trim())
        {
            if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '/' or '\''))
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A link, where the address is a web page's, else the text alone.</summary>
    public static string Link(string text, string? address)
    {
        var isPage = Uri.TryCreate(address, UriKind.Absolute, out var page) && (page.Scheme is "https" or "http");
        return isPage ? $"[{Text(text)}](<{Address(page!)}>)" : Text(text);
    }

    private static string Address(Uri page)
    {
        var address = new StringBuilder();
        foreach (var c in page.AbsoluteUri)
        {
            if (c is '<' or '>' or '(' or ')' or '[' or ']' or '"' or '`' or '|' or '\\' || char.IsWhiteSpace(c))
                address.Append(Uri.HexEscape(c));
            else
                address.Append(c);
        }

        return address.ToString();
    }
}
