using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;
using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>
/// Reads one YAML document into a tree that knows where each of its nodes stands. What a file can do besides saying
/// something is refused with a finding: anchors and aliases (a few lines of them unfold to gigabytes), tags, merge
/// keys, a second document, keys that are there twice, and everything over <see cref="YamlLimits"/>.
/// </summary>
public static class YamlReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a file's bytes, which are UTF-8 with or without a byte order mark. Never throws on what they hold.
    /// </summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static YamlDocument Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > YamlLimits.Bytes)
            return Refused(
                new Finding(
                    file,
                    1,
                    1,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the file has {bytes.Length} bytes; at most {YamlLimits.Bytes} are read"
                    )
                )
            );
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Parse(Utf8.GetString(bytes), file);
        }
        catch (DecoderFallbackException broken)
        {
            return Refused(NotUtf8(bytes, broken.Index, file));
        }
    }

    private static YamlDocument Parse(string text, string file)
    {
        var builder = new YamlTreeBuilder(new Parser(new StringReader(text)), file);
        try
        {
            return new YamlDocument(builder.Build(), builder.Findings);
        }
        catch (YamlException broken)
        {
            var message = $"this is not YAML: {OneLine.Of(broken.Message.TrimEnd('.'))}";
            return new YamlDocument(null, [.. builder.Findings, builder.At(broken.Start, message)]);
        }
    }

    private static Finding NotUtf8(ReadOnlySpan<byte> bytes, int index, string file)
    {
        var before = bytes[..Math.Clamp(index, 0, bytes.Length)];
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return new Finding(file, before.Count((byte)'\n') + 1, column, "the file is not UTF-8", "save it as UTF-8");
    }

    private static YamlDocument Refused(Finding finding) => new(null, [finding]);
}
