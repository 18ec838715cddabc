using System.Globalization;
using System.Text.Json;
using Baton.Cli.Commands.Evaluating;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Outlines;

namespace Baton.Cli.Output;

/// <summary>What <c>explain --syntax</c> says.</summary>
internal static class OutlineReport
{
    private const int LongestValue = 160;

    /// <summary>For people: the tree on standard output, what is wrong on standard error.</summary>
    public static async Task ShowAsync(Explained explained, Surroundings surroundings)
    {
        if (explained.Outline is { } outline)
        {
            var page = new Page(surroundings);
            Put(page, outline, 0);
            page.Show();
        }

        foreach (var (finding, text) in explained.Findings)
        {
            foreach (var line in CodeFrame.Of(finding, text))
                await surroundings.Error.WriteLineAsync(line).ConfigureAwait(false);
        }

        foreach (var uses in explained.Missing)
            await surroundings
                .Error.WriteLineAsync(
                    // Whole, also with a commit at its end: it is there to be typed again.
                    $"not followed: {OneLine.Of(uses, 500)} (its file is not here; {OneLine.Of(uses, 500)}=FILE, as a further word, names one)"
                )
                .ConfigureAwait(false);
    }

    /// <summary>For programs: <c>{outline, findings, missing}</c> on one line.</summary>
    public static string Json(Explained explained) =>
        JsonText.Line(writer =>
        {
            if (explained.Outline is { } outline)
            {
                writer.WriteStartObject("outline");
                Put(writer, outline);
                writer.WriteEndObject();
            }
            else
                writer.WriteNull("outline");
            writer.Array("findings", explained.Findings, (to, found) => Put(to, found.Finding));
            writer.WriteStartArray("missing");
            foreach (var uses in explained.Missing)
                writer.WriteStringValue(uses);
            writer.WriteEndArray();
        });

    private static void Put(Page page, OutlinePart part, int depth)
    {
        var name = part.Name is null ? "" : $" {OneLine.Of(part.Name)}";
        var value = part.Value is null ? "" : $": {Shown(part.Value)}";
        var place = string.Create(CultureInfo.InvariantCulture, $"  ({part.Span.Line}:{part.Span.Column})");
        if (depth == 0)
            page.Head(part.Kind + name + value);
        else
            page.Line(part.Kind + name + value + place, 2 * depth);
        foreach (var below in part.Parts)
            Put(page, below, depth + 1);
    }

    // Of a script its first line, and how many there are.
    private static string Shown(string value)
    {
        var lines = value.TrimEnd('\n').Split('\n');
        var first = OneLine.Of(lines[0], LongestValue);
        return lines.Length == 1
            ? first
            : string.Create(CultureInfo.InvariantCulture, $"{first} … ({lines.Length} lines)");
    }

    private static void Put(Utf8JsonWriter writer, OutlinePart part)
    {
        writer.WriteString("kind", part.Kind);
        writer.Put("name", part.Name);
        writer.Put("value", part.Value);
        writer.WriteNumber("line", part.Span.Line);
        writer.WriteNumber("column", part.Span.Column);
        writer.WriteNumber("end_line", part.Span.EndLine);
        writer.WriteNumber("end_column", part.Span.EndColumn);
        writer.Array("parts", part.Parts, Put);
    }

    private static void Put(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteString("file", finding.File);
        writer.WriteNumber("line", finding.Line);
        writer.WriteNumber("column", finding.Column);
        writer.WriteNumber("length", finding.Length);
        writer.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
        writer.WriteString("message", finding.Message);
        writer.Put("hint", finding.Hint);
    }
}
