using System.Buffers.Binary;
using System.Numerics;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>The check sum of a row's body (CRC-32C), seeded with its scope so that a row can't turn up in another one.</summary>
internal static class RowSum
{
    public static long Of(long scope, ReadOnlySpan<byte> body)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, (ulong)scope);
        for (; body.Length >= 8; body = body[8..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(body));
        foreach (var rest in body)
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }
}
