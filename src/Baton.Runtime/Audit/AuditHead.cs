using System.Globalization;

namespace Baton.Runtime.Audit;

/// <summary>The newest entry of a scope's audit: whoever knows it can tell later whether the audit was cut off or rewritten.</summary>
/// <param name="Number">The entry's number; 0 where nothing was recorded yet.</param>
/// <param name="Hash">Its hash, 64 hexadecimal digits in lower case.</param>
public sealed record AuditHead(long Number, string Hash)
{
    /// <summary>The head of an audit in which nothing was recorded: what the first entry has as its previous hash.</summary>
    public static readonly AuditHead None = new(0, new string('0', 64));

    /// <summary>Reads a head as it is printed: `NUMBER:HASH`.</summary>
    /// <returns>The head, or nothing if the text is none.</returns>
    public static AuditHead? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !long.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var hash = text[(colon + 1)..].ToLowerInvariant();
        return hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? new(number, hash) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
