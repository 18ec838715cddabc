using Baton.Workflows.Findings;
using YamlDotNet.Core;

namespace Baton.Workflows.Yaml;

/// <summary>Says what the parser stumbled over in the words of somebody who wrote the file.</summary>
internal static class YamlComplaint
{
    // The parser's words, and what they mean for the file. Its own are kept for the rest.
    private static readonly (string Said, string Meaning, string? Hint)[] Known =
    [
        (
            "did not find expected <document start>",
            "the file goes on after its end",
            "is the line indented too little?"
        ),
        (
            "did not find expected key",
            "a key was expected here",
            "is the line indented differently from those above it?"
        ),
        (
            "did not find expected '-' indicator",
            "a list item was expected here",
            "start it with \"- \", as far indented as those above it; or is a quote not closed above?"
        ),
        (
            "did not find expected ',' or ']'",
            "this list is not closed",
            "write a ] at its end, and commas between its items"
        ),
        (
            "did not find expected ',' or '}'",
            "this mapping is not closed",
            "write a } at its end, and commas between its keys"
        ),
        (
            "mapping values are not allowed in this context",
            "this \": \" makes a key where none can be",
            "put the text between quotes, or is the line indented too far?"
        ),
        (
            "could not find expected ':'",
            "this line is no key with a value",
            "write a colon and a space after the key, or indent the line under the text that it belongs to"
        ),
        (
            "found character that cannot start any token",
            "a value can't start with this character",
            "put the text between quotes; tabs can't indent"
        ),
        ("found unexpected end of stream", "a text between quotes is not closed", "write the closing quote"),
        (
            "found unknown escape character",
            "this escape is none that YAML knows",
            "write \\\\ for a backslash, or use single quotes"
        ),
        (
            "found invalid mapping",
            "this \": \" makes a key inside of a text",
            "has a key above no \": \" after it, or is this line indented too far? else put the text between quotes"
        ),
        (
            "did not find expected <document end>",
            "the file goes on after its end",
            "is a line above this one indented too far?"
        ),
        (
            "anchor or alias",
            "this * or & has no name behind it",
            "put a text that starts with * or & between quotes, as in '*'"
        ),
        ("at end of tag", "this ! starts a tag, and no tag can be like this", YamlTags.Single),
        ("while scanning a tag", "this ! starts a tag, and no tag can be like this", YamlTags.Single),
        ("block sequence entries are not allowed", "a list can't start here", "start it on a line of its own"),
    ];

    public static Finding Finding(YamlException broken, string file, string text)
    {
        if (MayBeTab(broken.Message) && Tab(broken, text) is var (at, width, isAll))
            return new Finding(
                file,
                at,
                width,
                "this is not YAML: a tab can't indent",
                isAll ? "the line has nothing but white space: empty it" : "indent with spaces"
            );
        var (line, column) = ((int)Math.Max(1, broken.Start.Line), (int)Math.Max(1, broken.Start.Column));
        if (YamlSlips.Unfinished(text, line, broken.Message) is { } unfinished)
            return unfinished with { File = file };
        foreach (var (said, meaning, hint) in Known)
        {
            if (broken.Message.Contains(said, StringComparison.OrdinalIgnoreCase))
                return new Finding(
                    file,
                    line,
                    column,
                    $"this is not YAML: {meaning}",
                    YamlSlips.Hint(Line(text, line)) ?? ColonHint(text, line) ?? hint
                );
        }

        var message = broken is YamlRefusedException ? "" : "this is not YAML: ";
        return new Finding(file, line, column, message + OneLine.Of(Lowered(broken.Message).TrimEnd('.')))
        {
            Hint = (broken as YamlRefusedException)?.Hint,
        };
    }

    private static bool MayBeTab(string message) =>
        message.Contains("tab", StringComparison.OrdinalIgnoreCase)
        || message.Contains("cannot start any token", StringComparison.OrdinalIgnoreCase);

    // Where a line is one word and more, without a colon after the first.
    private static string? ColonHint(string text, int number)
    {
        var line = Line(text, number).AsSpan().Trim();
        var isWords = line.Length > 0 && char.IsAsciiLetter(line[0]) && !line.Contains(": ", StringComparison.Ordinal);
        return isWords && !line.EndsWith(":") ? "is there no colon with a space behind it after the key?" : null;
    }

    private static string Line(string text, int number)
    {
        var rest = text[YamlPlaces.Offset(text, number)..];
        return rest.IndexOf('\n') is var end and >= 0 ? rest[..end] : rest;
    }

    // The parser stumbles before the line that has the tab, or names where all of it starts.
    private static (int Line, int Column, bool IsAll)? Tab(YamlException broken, string text)
    {
        var lines = text.Split('\n');
        for (var i = (int)Math.Max(0, broken.Start.Line - 1); i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            if (lines[i].IndexOf('\t', 0, indent) is var at and >= 0)
                return (i + 1, at + 1, lines[i].AsSpan().Trim().IsEmpty);
        }

        return null;
    }

    private static string Lowered(string message) =>
        message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1])
            ? char.ToLowerInvariant(message[0]) + message[1..]
            : message;
}
