using System.Buffers;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Fencing;

/// <summary>
/// The name of a group's fence. It sorts before <c>refs/heads/</c>: a server that dies while it moves several refs has
/// moved the first ones (measured), so the fence may have moved without the branch and never the other way round.
/// </summary>
public static class FenceName
{
    /// <summary>What the names of all fences begin with.</summary>
    public const string Space = "refs/baton/fence/";

    private const int Digits = 40;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The name of a group's fence.</summary>
    /// <param name="scope">The scope's name.</param>
    /// <param name="group">The group's name; it compares without case.</param>
    public static string Of(string scope, string group)
    {
        ArgumentNullException.ThrowIfNull(group);
        // No name has a line feed in it, so no two pairs are one text.
        var hash = Sha256.Hash(Encoding.UTF8.GetBytes($"{scope}\n{group.ToLowerInvariant()}"));
        return Space + Convert.ToHexStringLower(hash)[..Digits];
    }

    /// <summary>Whether a text is the name of a fence.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Space, StringComparison.Ordinal)
            && text.Length == Space.Length + Digits
            && text.AsSpan(Space.Length).IndexOfAnyExcept(HexDigits) < 0;
    }
}
