namespace Baton.Runtime.Asking;

/// <summary>
/// Ids that sort by the time of their making: 48 bits of milliseconds since 1970 and 80 bits of chance, in 26 letters of
/// Crockford's base 32 (https://github.com/ulid/spec).
/// </summary>
public static class Ulid
{
    /// <summary>The letters of an id.</summary>
    public const int Length = 26;

    /// <summary>How many bytes of chance one takes.</summary>
    public const int ChanceBytes = 10;

    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes one.</summary>
    /// <param name="now">The wall clock's time; it only orders ids for people.</param>
    /// <param name="chance">Ten bytes.</param>
    public static string Of(DateTimeOffset now, ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chance.Length, ChanceBytes);
        var bits = (UInt128)(ulong)Math.Max(0, now.ToUnixTimeMilliseconds()) << 80;
        for (var i = 0; i < ChanceBytes; i++)
            bits |= (UInt128)chance[i] << (8 * (ChanceBytes - 1 - i));
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, bits >>= 5)
            text[i] = Letters[(int)(bits & 31)];
        return new string(text);
    }

    /// <summary>Whether a text is one; case doesn't count.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length
            && text[0] is >= '0' and <= '7'
            && text.All(letter => Letters.Contains(char.ToUpperInvariant(letter), StringComparison.Ordinal));
    }
}
