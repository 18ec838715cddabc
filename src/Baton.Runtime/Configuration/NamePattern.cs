namespace Baton.Runtime.Configuration;

/// <summary>
/// A pattern over the names of groups, keys and workflows: <c>*</c> stands for any text, <c>?</c> for one character,
/// all else for itself. Names compare without case.
/// </summary>
public sealed record NamePattern(string Text)
{
    /// <summary>Whether a name is meant. Takes at most the product of both lengths in steps.</summary>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (at, inName, star, resume) = (0, 0, -1, 0);
        while (inName < name.Length)
        {
            if (at < Text.Length && Text[at] == '*')
                (star, resume, at) = (at, inName, at + 1);
            else if (at < Text.Length && (Text[at] == '?' || Same(Text[at], name[inName])))
                (at, inName) = (at + 1, inName + 1);
            else if (star >= 0)
                (at, inName, resume) = (star + 1, resume + 1, resume + 1); // the last star takes one character more
            else
                return false;
        }

        return Text.AsSpan(at).TrimStart('*').IsEmpty;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
