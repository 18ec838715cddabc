namespace Baton.Workflows.Expressions.Functions;

/// <summary>One name of a <see cref="FilePattern"/>: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>\*</c>.</summary>
internal static class NamePattern
{
    /// <summary>Whether the pattern covers the whole name; after a star only the last one is tried again.</summary>
    public static bool Matches(string pattern, string name)
    {
        var (at, place, star, tried) = (0, 0, -1, 0);
        while (place < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, tried) = (at++, place);
            }
            else if (at < pattern.Length && One(pattern, at, name[place]) is var length and > 0)
            {
                at += length;
                place++;
            }
            else if (star >= 0)
            {
                (at, place) = (star + 1, ++tried);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    // How much of the pattern stands for this one character, or 0.
    private static int One(string pattern, int at, char c)
    {
        if (pattern[at] == '?')
            return 1;
        if (pattern[at] == '\\' && at + 1 < pattern.Length)
            return pattern[at + 1] == c ? 2 : 0;
        var end = pattern[at] == '[' && at + 2 < pattern.Length ? pattern.IndexOf(']', at + 2) : -1;
        if (end < 0)
            return pattern[at] == c ? 1 : 0;
        var isNot = pattern[at + 1] is '!' or '^';
        var members = pattern.AsSpan(at + (isNot ? 2 : 1), end - at - (isNot ? 2 : 1));
        return IsMember(members, c) != isNot ? end + 1 - at : 0;
    }

    private static bool IsMember(ReadOnlySpan<char> members, char c)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                if (c >= members[i] && c <= members[i + 2])
                    return true;
                i += 2;
            }
            else if (members[i] == c)
            {
                return true;
            }
        }

        return false;
    }
}
