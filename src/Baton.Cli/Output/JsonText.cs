using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Cli.Output;

/// <summary>Writes JSON. All shapes are in docs/formats.md; a test holds them to it.</summary>
public static class JsonText
{
    // Not HTML: only what JSON itself forbids, and what is no text, is escaped.
    private static readonly JsonWriterOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Blocks = Lines with { Indented = true };

    /// <summary>One object on one line.</summary>
    public static string Line(Action<Utf8JsonWriter> fields) => Object(fields, Lines);

    /// <summary>One object, a field on a line, for people as well.</summary>
    public static string Block(Action<Utf8JsonWriter> fields) => Object(fields, Blocks);

    /// <summary>An array of objects, a field on a line.</summary>
    public static string List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> fields)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Blocks))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.WriteStartObject();
                fields(writer, item);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static string Object(Action<Utf8JsonWriter> fields, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>A step's outputs as fields: the same names, with `_` where a step has `-`; numbers and truths as such.</summary>
    public static void PutOutputs(this Utf8JsonWriter writer, IEnumerable<(string Name, string Value)> outputs)
    {
        foreach (var (output, value) in outputs)
        {
            var name = output.Replace('-', '_');
            if (output is "token" or "waited-seconds")
                writer.WriteNumber(name, long.Parse(value, CultureInfo.InvariantCulture));
            else if (output is "granted" or "should_run")
                writer.WriteBoolean(name, value == "true");
            else
                writer.WriteString(name, value);
        }
    }

    /// <summary>A text, or null.</summary>
    public static void Put(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            writer.WriteString(name, value);
    }

    /// <summary>A number, or null.</summary>
    public static void Put(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    /// <summary>A span in seconds, to the millisecond, or null.</summary>
    public static void Put(this Utf8JsonWriter writer, string name, TimeSpan? value)
    {
        if (value is { } span)
            writer.WriteNumber(name, decimal.Round((decimal)span.Ticks / TimeSpan.TicksPerSecond, 3));
        else
            writer.WriteNull(name);
    }

    /// <summary>An array of objects.</summary>
    public static void Array<T>(
        this Utf8JsonWriter writer,
        string name,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> fields
    )
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            fields(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
