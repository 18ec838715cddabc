using System.Buffers;
using System.Text.Json;

namespace Baton.Runtime.Stores.Stored.V1;

/// <summary>
/// A stored body: one JSON object whose first field is the version of its format. Bodies are written and read by hand
/// and not through a serializer: the program starts for each command, and a serializer's own start costs more than the
/// work itself.
/// </summary>
internal static class Body
{
    public const int Version = 1;

    /// <summary>Writes a body: the version, then whatever <paramref name="fields"/> writes.</summary>
    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            fields(writer, value);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a body.</summary>
    /// <exception cref="StoredBodyException">It is none, or of another version.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read)
    {
        try
        {
            // Not disposed, which only gives buffers back to a pool: the first that is given back makes the runtime measure
            // how fast it can tell the processor it runs on, and that takes longer than all that is read here.
            var document = JsonDocument.Parse(bytes);
            var version = document.RootElement.Count("v");
            if (version != Version)
                throw new StoredBodyException($"a row has format {version}, this program knows {Version}");
            return read(document.RootElement);
        }
        catch (Exception fault) when (IsMalformed(fault))
        {
            throw new StoredBodyException($"a row can't be read: {fault.Message}", fault);
        }
    }

    // What JsonElement, the word tables and the engine's own types throw at content that nobody wrote.
    private static bool IsMalformed(Exception fault) =>
        fault
            is JsonException
                or FormatException
                or KeyNotFoundException
                or InvalidOperationException
                or ArgumentException
                or OverflowException;
}
