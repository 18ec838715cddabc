using System.Buffers;
using System.Text;

namespace Baton.Runtime.Git;

/// <summary>Takes what may be a secret out of the URLs of a text: whatever stands between `://` and an `@`.</summary>
public static class Secrets
{
    private static readonly SearchValues<char> s_afterHost = SearchValues.Create("/?#'\" \t\r\n\\");

    /// <summary>The text with `***` in the place of names and passwords.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder();
        var at = 0;
        while (text.IndexOf("://", at, StringComparison.Ordinal) is var colon && colon >= 0)
        {
            var start = colon + 3;
            var end = EndOfAuthority(text, start);
            var sign = text.LastIndexOf('@', end - 1, end - start);
            masked.Append(text, at, start - at);
            if (sign >= start)
                masked.Append("***").Append(text, sign, end - sign);
            else
                masked.Append(text, start, end - start);
            at = end;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    // A password may hold anything that a URL can't; what follows the host begins with one of these.
    private static int EndOfAuthority(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny(s_afterHost);
        return end < 0 ? text.Length : start + end;
    }
}
