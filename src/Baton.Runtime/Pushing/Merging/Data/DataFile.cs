using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>A JSON or YAML file: its text, and what stands in it where.</summary>
/// <param name="Text">The text. Of JSON each character is a byte (Latin-1), so that places are places in the file.</param>
/// <param name="Root">The value; null for a YAML file without one.</param>
/// <param name="Language">JSON or YAML.</param>
internal sealed record DataFile(string Text, DataNode? Root, DataLanguage Language)
{
    // As deep as System.Text.Json goes if nothing else is said.
    private const int Deepest = 64;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads a file, or says in one sentence why it can't be merged by key.</summary>
    public static (DataFile? File, string? Problem) Read(ReadOnlySpan<byte> bytes, DataLanguage language) =>
        language == DataLanguage.Json ? ReadJson(bytes) : ReadYaml(bytes);

    /// <summary>The bytes of another text of this file.</summary>
    public byte[] Encode(string text) =>
        Language == DataLanguage.Json ? Encoding.Latin1.GetBytes(text) : Strict.GetBytes(text);

    /// <summary>The text of a node.</summary>
    public string Raw(DataNode node) => Text[node.Start..node.End];

    private static (DataFile?, string?) ReadJson(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            _ = Strict.GetCharCount(bytes);
            var reader = new Utf8JsonReader(bytes[mark..], new JsonReaderOptions { MaxDepth = Deepest });
            reader.Read();
            var root = Node(ref reader, mark);
            while (reader.Read())
                ;
            return (new DataFile(text, root, DataLanguage.Json), null);
        }
        catch (JsonException broken)
        {
            return (null, Place((broken.LineNumber ?? 0) + 1, broken.Message.Split(". ")[0].TrimEnd('.')));
        }
        catch (Exception broken) when (broken is DecoderFallbackException or InvalidOperationException)
        {
            return (null, "it is not UTF-8");
        }
    }

    private static DataNode Node(ref Utf8JsonReader reader, int mark)
    {
        var start = (int)reader.TokenStartIndex + mark;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, (start, mark));
            case JsonTokenType.StartArray:
                var items = new List<DataNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Node(ref reader, mark));
                return new DataList(items, true, start, (int)reader.BytesConsumed + mark);
            default:
                var (kind, text) = reader.TokenType switch
                {
                    JsonTokenType.String => (DataKind.Text, reader.GetString()!),
                    JsonTokenType.Number => (DataKind.Number, Encoding.ASCII.GetString(reader.ValueSpan)),
                    JsonTokenType.Null => (DataKind.Nothing, ""),
                    _ => (DataKind.Flag, reader.TokenType == JsonTokenType.True ? "true" : "false"),
                };
                return new DataScalar(kind, text, start, (int)reader.BytesConsumed + mark);
        }
    }

    private static DataMapping Object(ref Utf8JsonReader reader, (int Start, int Mark) place)
    {
        var entries = new List<DataEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (key, start) = (reader.GetString()!, (int)reader.TokenStartIndex + place.Mark);
            if (!keys.Add(key))
                throw new JsonException("the key " + Workflows.Findings.OneLine.Quoted(key) + " comes twice");
            reader.Read();
            entries.Add(new DataEntry(key, start, Node(ref reader, place.Mark)));
        }

        return new DataMapping(entries, true, place.Start, (int)reader.BytesConsumed + place.Mark);
    }

    private static string Place(long line, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line}: {message}");

    private static (DataFile?, string?) ReadYaml(ReadOnlySpan<byte> bytes)
    {
        var document = YamlReader.Read(bytes, "file");
        if (document.Findings.Count > 0)
            return (null, Place(document.Findings[0].Line, document.Findings[0].Message));
        var lines = new YamlOffsets(document.Text);
        return (
            new DataFile(document.Text, document.Root is { } root ? lines.Node(root) : null, DataLanguage.Yaml),
            null
        );
    }
}

/// <summary>How a file of keys and values is written.</summary>
internal enum DataLanguage
{
    Json,
    Yaml,
}
