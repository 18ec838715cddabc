using System.Globalization;
using System.Text;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Stores.Git;

/// <summary>Audit entries as a file: `NUMBER PREVIOUS HASH BODY`, one a line.</summary>
internal static class AuditLines
{
    /// <summary>Writes entries.</summary>
    public static byte[] Write(IEnumerable<AuditEntry> entries)
    {
        using var file = new MemoryStream();
        foreach (var entry in entries)
            StateDocument.Put(
                file,
                string.Create(CultureInfo.InvariantCulture, $"{entry.Number} {entry.Previous} {entry.Hash} "),
                entry.Body.Span
            );
        return file.ToArray();
    }

    /// <summary>Reads entries.</summary>
    /// <exception cref="StoredBodyException">The file is damaged.</exception>
    public static IEnumerable<AuditEntry> Read(ReadOnlyMemory<byte> file) => StateDocument.Lines(file).Select(ReadLine);

    private static AuditEntry ReadLine(ReadOnlyMemory<byte> line)
    {
        var parts = new string[3];
        for (var i = 0; i < parts.Length; i++)
        {
            var end = line.Span.IndexOf((byte)' ');
            if (end < 0)
                throw new StoredBodyException("a line of the audit is cut off");
            parts[i] = Encoding.ASCII.GetString(line.Span[..end]);
            line = line[(end + 1)..];
        }

        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, parts[1], line, parts[2])
            : throw new StoredBodyException("a line of the audit has no number");
    }
}
