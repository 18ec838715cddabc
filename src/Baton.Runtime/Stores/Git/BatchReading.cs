using System.Buffers.Text;
using System.Text;

namespace Baton.Runtime.Stores.Git;

/// <summary>Reads what <c>git cat-file --batch</c> prints: `NAME KIND SIZE`, the bytes, and a line's end, or `… missing`.</summary>
internal static class BatchReading
{
    /// <summary>The objects, in the order in which they were asked for; null for one that isn't there.</summary>
    /// <exception cref="StoreException">It ends too early.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>?> Of(ReadOnlyMemory<byte> output, int count)
    {
        var objects = new List<ReadOnlyMemory<byte>?>();
        while (objects.Count < count)
            objects.Add(Next(ref output));
        return objects;
    }

    private static ReadOnlyMemory<byte>? Next(ref ReadOnlyMemory<byte> output)
    {
        var end = output.Span.IndexOf((byte)'\n');
        if (end < 0)
            throw CutOff();
        var head = output[..end];
        output = output[(end + 1)..];
        var size = head.Span[(head.Span.LastIndexOf((byte)' ') + 1)..];
        if (!Utf8Parser.TryParse(size, out int length, out var read) || read != size.Length)
            return Encoding.UTF8.GetString(size) is "missing" or "ambiguous" ? null : throw CutOff();
        if (output.Length <= length)
            throw CutOff();
        var body = output[..length];
        output = output[(length + 1)..];
        return body;
    }

    private static StoreException CutOff() => new(StoreFault.Unavailable, "git cat-file ended before it had told all");
}
