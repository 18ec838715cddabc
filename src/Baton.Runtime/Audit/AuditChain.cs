using System.Buffers.Binary;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Audit;

/// <summary>
/// Links audit entries into a chain. An entry's hash covers the scope, its number, the hash before it and its body, byte
/// for byte; so an entry can't be changed, taken out, put elsewhere or carried to another scope without every later hash
/// being wrong. The four parts are written one after another with their lengths before them, and so can't run into one another.
/// </summary>
public static class AuditChain
{
    // Names what is hashed, so that these bytes mean nothing where something else is hashed.
    private const string Tag = "baton audit entry 1";

    /// <summary>Makes the entry that follows a head.</summary>
    public static AuditEntry Follow(string scope, AuditHead head, ReadOnlyMemory<byte> body)
    {
        var number = head.Number + 1;
        return new(number, head.Hash, body, HashOf(scope, number, head.Hash, body.Span));
    }

    /// <summary>The hash that an entry must have.</summary>
    public static string HashOf(string scope, AuditEntry entry) =>
        HashOf(scope, entry.Number, entry.Previous, entry.Body.Span);

    private static string HashOf(string scope, long number, string previous, ReadOnlySpan<byte> body)
    {
        var name = Encoding.UTF8.GetBytes(scope);
        var before = Encoding.ASCII.GetBytes(previous);
        var bytes = new byte[Tag.Length + 4 * 8 + name.Length + before.Length + body.Length];
        var rest = bytes.AsSpan();
        Encoding.ASCII.GetBytes(Tag, rest);
        rest = rest[Tag.Length..];
        Append(ref rest, name);
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        rest = rest[8..];
        Append(ref rest, before);
        Append(ref rest, body);
        return Convert.ToHexStringLower(Sha256.Hash(bytes));
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt64BigEndian(rest, part.Length);
        part.CopyTo(rest[8..]);
        rest = rest[(8 + part.Length)..];
    }
}
