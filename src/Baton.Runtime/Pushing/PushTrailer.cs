using System.Buffers.Binary;
using System.Text;
using Baton.Workflows.Hashing;

namespace Baton.Runtime.Pushing;

/// <summary>
/// The push id, a trailer of the commit. It names what was to be pushed and not how often it was tried: somebody who
/// doesn't know whether a push arrived makes the same id again, and finds it on the branch.
/// </summary>
internal static class PushTrailer
{
    /// <summary>The trailer's key.</summary>
    public const string Key = "Baton-Push-Id";

    /// <summary>The id of a change.</summary>
    /// <param name="parts">Base, tree, message, branch and the CI service's run; each counts with its length.</param>
    public static string IdOf(params IReadOnlyList<string> parts)
    {
        var hash = new Sha256();
        hash.Append("baton push 1"u8);
        Span<byte> length = stackalloc byte[8];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
            hash.Append(length);
            hash.Append(bytes);
        }

        return Convert.ToHexStringLower(hash.Finish());
    }

    /// <summary>A message with trailers, in the block of those that it has: https://git-scm.com/docs/git-interpret-trailers</summary>
    public static string Add(string message, params IReadOnlyList<string> trailers)
    {
        var text = message.TrimEnd();
        var last = text[(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)..].TrimStart('\n').Split('\n');
        var hasBlock = text.Contains("\n\n", StringComparison.Ordinal) && Array.TrueForAll(last, IsTrailer);
        var added = trailers.Where(trailer => !hasBlock || !last.Contains(trailer));
        return $"{text}{(hasBlock ? "\n" : "\n\n")}{string.Join('\n', added)}".TrimEnd() + "\n";
    }

    private static bool IsTrailer(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && line[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }
}
