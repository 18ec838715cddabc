using System.Buffers.Binary;
using System.Numerics;

namespace Baton.Workflows.Hashing;

/// <summary>
/// SHA-256 in managed code (FIPS 180-4, https://csrc.nist.gov/pubs/fips/180-4/upd1/final). The platform's own loads
/// OpenSSL, which takes longer than all else that a short-lived process of ours does; the texts that are hashed here
/// are small.
/// </summary>
/// <remarks>
/// An instance hashes one text, piece by piece, on one thread; after <see cref="Finish"/> it is spent.
/// </remarks>
public sealed class Sha256
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = 32;

    private const int BlockLength = 64;

    private static ReadOnlySpan<uint> Constants =>
        [
            0x428a2f98,
            0x71374491,
            0xb5c0fbcf,
            0xe9b5dba5,
            0x3956c25b,
            0x59f111f1,
            0x923f82a4,
            0xab1c5ed5,
            0xd807aa98,
            0x12835b01,
            0x243185be,
            0x550c7dc3,
            0x72be5d74,
            0x80deb1fe,
            0x9bdc06a7,
            0xc19bf174,
            0xe49b69c1,
            0xefbe4786,
            0x0fc19dc6,
            0x240ca1cc,
            0x2de92c6f,
            0x4a7484aa,
            0x5cb0a9dc,
            0x76f988da,
            0x983e5152,
            0xa831c66d,
            0xb00327c8,
            0xbf597fc7,
            0xc6e00bf3,
            0xd5a79147,
            0x06ca6351,
            0x14292967,
            0x27b70a85,
            0x2e1b2138,
            0x4d2c6dfc,
            0x53380d13,
            0x650a7354,
            0x766a0abb,
            0x81c2c92e,
            0x92722c85,
            0xa2bfe8a1,
            0xa81a664b,
            0xc24b8b70,
            0xc76c51a3,
            0xd192e819,
            0xd6990624,
            0xf40e3585,
            0x106aa070,
            0x19a4c116,
            0x1e376c08,
            0x2748774c,
            0x34b0bcb5,
            0x391c0cb3,
            0x4ed8aa4a,
            0x5b9cca4f,
            0x682e6ff3,
            0x748f82ee,
            0x78a5636f,
            0x84c87814,
            0x8cc70208,
            0x90befffa,
            0xa4506ceb,
            0xbef9a3f7,
            0xc67178f2,
        ];

    private readonly uint[] state =
    [
        0x6a09e667,
        0xbb67ae85,
        0x3c6ef372,
        0xa54ff53a,
        0x510e527f,
        0x9b05688c,
        0x1f83d9ab,
        0x5be0cd19,
    ];

    private readonly byte[] block = new byte[BlockLength];
    private int filled;
    private ulong total;
    private bool finished;

    /// <summary>The hash of some bytes, 32 bytes long.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new Sha256();
        hash.Append(bytes);
        return hash.Finish();
    }

    /// <summary>Adds bytes to what is hashed.</summary>
    /// <exception cref="InvalidOperationException">The hash is finished.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (finished)
            throw new InvalidOperationException("The hash is finished.");
        total += (ulong)bytes.Length;
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(BlockLength - filled, bytes.Length);
            bytes[..taken].CopyTo(block.AsSpan(filled));
            bytes = bytes[taken..];
            filled += taken;
            if (filled < BlockLength)
                return;
            Compress();
            filled = 0;
        }
    }

    /// <summary>Ends the text and gives its hash.</summary>
    /// <exception cref="InvalidOperationException">The hash is finished already.</exception>
    public byte[] Finish()
    {
        var bits = total * 8;
        Append([0x80]);
        while (filled != BlockLength - sizeof(ulong))
            Append([0]);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(length, bits);
        Append(length);
        finished = true;
        var hash = new byte[Length];
        for (var i = 0; i < state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), state[i]);
        return hash;
    }

    private void Compress()
    {
        Span<uint> words = stackalloc uint[BlockLength];
        Expand(words);
        Span<uint> v = stackalloc uint[8];
        state.CopyTo(v);
        for (var i = 0; i < BlockLength; i++)
        {
            var high =
                BitOperations.RotateRight(v[4], 6)
                ^ BitOperations.RotateRight(v[4], 11)
                ^ BitOperations.RotateRight(v[4], 25);
            var first = v[7] + high + ((v[4] & v[5]) ^ (~v[4] & v[6])) + Constants[i] + words[i];
            var low =
                BitOperations.RotateRight(v[0], 2)
                ^ BitOperations.RotateRight(v[0], 13)
                ^ BitOperations.RotateRight(v[0], 22);
            var second = low + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            v[..7].CopyTo(v[1..]);
            v[4] += first;
            v[0] = first + second;
        }

        for (var i = 0; i < v.Length; i++)
            state[i] += v[i];
    }

    private void Expand(Span<uint> words)
    {
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(i * sizeof(uint)));
        for (var i = 16; i < words.Length; i++)
        {
            var before = words[i - 15];
            var near = words[i - 2];
            words[i] =
                words[i - 16]
                + words[i - 7]
                + (BitOperations.RotateRight(before, 7) ^ BitOperations.RotateRight(before, 18) ^ (before >> 3))
                + (BitOperations.RotateRight(near, 17) ^ BitOperations.RotateRight(near, 19) ^ (near >> 10));
        }
    }
}
