using Baton.Workflows.Findings;

namespace Baton.Workflows.Yaml;

/// <summary>
/// The one character that the parser takes for the end of the file without a word, so that what stands behind it would
/// be there for people alone: https://yaml.org/spec/1.2.2/#51-character-set forbids it.
/// </summary>
internal static class YamlCharacters
{
    /// <summary>The index of the first such character, or -1.</summary>
    public static int FirstForbidden(string text) => text.IndexOf('\0', StringComparison.Ordinal);

    public static Finding Finding(string text, int index, string file)
    {
        var before = text.AsSpan(0, index);
        var isWide = text.AsSpan().Count('\0') > text.Length / 4;
        return new Finding(
            file,
            before.Count('\n') + 1,
            index - before.LastIndexOf('\n'),
            "the character U+0000 can't stand in a YAML file",
            isWide ? "is it UTF-16? save it as UTF-8" : "remove it, or write \\0 in a text between double quotes"
        );
    }
}
