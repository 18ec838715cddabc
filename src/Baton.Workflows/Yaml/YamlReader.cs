using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;
using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>
/// Reads one YAML document into a tree that knows where each of its nodes stands. A file may come from anybody's pull
/// request, so what it can do besides saying something is refused with a finding: merge keys, a second document, keys
/// that are there twice, tags that make objects, aliases that unfold to more than <see cref="YamlRules"/> allow, and
/// everything over its limits.
/// </summary>
public static class YamlReader
{
    // More repairs than anybody needs; each is one more reading.
    private const int MostRepairs = 8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of settings: <see cref="YamlRules.Settings"/>.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    public static YamlDocument Read(ReadOnlySpan<byte> bytes, string file) => Read(bytes, file, YamlRules.Settings);

    /// <summary>
    /// Reads a file's bytes, which are UTF-8 with or without a byte order mark. Never throws on what they hold.
    /// </summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="file">The name that findings carry.</param>
    /// <param name="rules">What the file may do.</param>
    public static YamlDocument Read(ReadOnlySpan<byte> bytes, string file, YamlRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (bytes.Length > rules.Bytes)
            return Refused(
                new Finding(
                    file,
                    1,
                    1,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the file has {bytes.Length} bytes; at most {rules.Bytes} are read"
                    )
                )
            );
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Parse(Utf8.GetString(bytes), file, rules);
        }
        catch (DecoderFallbackException broken)
        {
            return Refused(NotUtf8(bytes, broken.Index, file));
        }
    }

    private static YamlDocument Parse(string text, string file, YamlRules rules)
    {
        if (YamlCharacters.FirstForbidden(text) is var forbidden and >= 0)
            return Refused(YamlCharacters.Finding(text, forbidden, file)) with { Text = text };
        var repaired = text;
        for (var repairs = 0; ; repairs++)
        {
            var builder = new YamlTreeBuilder(new Parser(new StringReader(repaired)), file, rules);
            try
            {
                var root = builder.Build();
                return new YamlDocument(root, builder.Findings) { Text = text, Aliases = builder.Aliases };
            }
            catch (YamlException broken)
            {
                if (repairs < MostRepairs && Leniency.Repaired(repaired, broken) is { } again)
                {
                    repaired = again;
                    continue;
                }

                return new YamlDocument(null, [.. builder.Findings, YamlComplaint.Finding(broken, file, text)])
                {
                    Text = text,
                };
            }
        }
    }

    private static Finding NotUtf8(ReadOnlySpan<byte> bytes, int index, string file)
    {
        var before = bytes[..Math.Clamp(index, 0, bytes.Length)];
        var column = before.Length - before.LastIndexOf((byte)'\n');
        var is16 = bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        var message = is16 ? "the file is not UTF-8 but UTF-16" : "the file is not UTF-8";
        return new Finding(file, before.Count((byte)'\n') + 1, column, message, "save it as UTF-8");
    }

    private static YamlDocument Refused(Finding finding) => new(null, [finding]);
}
