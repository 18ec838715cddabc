using System.Text;

namespace Baton.Runtime.Wording;

/// <summary>Makes text that somebody else wrote fit for one line of a terminal or a log.</summary>
public static class Plain
{
    /// <summary>
    /// Control characters become spaces, so that a title can't move the cursor, end the line or begin a command of a CI
    /// service; so do the marks that turn the direction of writing. Long text is cut.
    /// </summary>
    public static string Text(string text, int longest = 200)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var letter in text)
        {
            if (plain.Length == longest)
                return plain.Append('…').ToString();
            plain.Append(IsPlain(letter) ? letter : ' ');
        }
        return plain.ToString();
    }

    // U+2028 and U+2029 end lines; U+202A to U+202E and U+2066 to U+2069 turn the direction of writing.
    private static bool IsPlain(char letter) =>
        !char.IsControl(letter) && letter is not (>= '\u2028' and <= '\u202e') and not (>= '\u2066' and <= '\u2069');
}
