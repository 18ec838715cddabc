using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Runtime.Ci;
using Baton.Workflows.Findings;
using Baton.Workflows.Rules;

namespace Baton.Cli.Output.Linting;

/// <summary>Findings for programs and services.</summary>
internal static class LintReports
{
    /// <summary>The whole text of a format.</summary>
    public static string Of(LintResult result, LintFormat format) =>
        format switch
        {
            LintFormat.Json => Json(result),
            LintFormat.Sarif => SarifReport.Of(result.Findings),
            LintFormat.GitHub => string.Concat(
                result.Findings.Select(found => GitHubCommand.For(Annotation(found)) + "\n")
            ),
            LintFormat.Markdown => Markdown(result.Findings),
            _ => throw new System.Diagnostics.UnreachableException($"{format}"),
        };

    /// <summary>How bad a finding is, as a word.</summary>
    public static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string Json(LintResult result) =>
        JsonText.Line(writer =>
        {
            writer.WriteNumber("files", result.Files);
            writer.Array("findings", result.Findings, Put);
        });

    private static void Put(Utf8JsonWriter writer, RuleFinding found)
    {
        writer.WriteString("rule", found.Id);
        writer.WriteString("file", found.Finding.File);
        writer.WriteNumber("line", found.Finding.Line);
        writer.WriteNumber("column", found.Finding.Column);
        writer.WriteNumber("length", found.Finding.Length);
        writer.WriteString("severity", Word(found.Finding.Severity));
        writer.WriteString("confidence", found.Confidence == Confidence.High ? "high" : "medium");
        writer.WriteString("message", found.Finding.Message);
        writer.Put("hint", found.Finding.Hint);
    }

    private static Annotation Annotation(RuleFinding found) =>
        new(
            found.Finding.Severity == Severity.Error ? AnnotationLevel.Error : AnnotationLevel.Warning,
            found.Finding.Hint is { } hint ? $"{found.Finding.Message} ({hint})" : found.Finding.Message
        )
        {
            Title = $"baton: {found.Id}",
            File = found.Finding.File,
            Line = found.Finding.Line,
            Column = found.Finding.Column,
        };

    private static string Markdown(IReadOnlyList<RuleFinding> findings)
    {
        var text = new StringBuilder("| where | rule | what |\n|---|---|---|\n");
        foreach (var found in findings)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{Cell(found.Finding.File)}:{found.Finding.Line}` | {found.Id} | {Cell(found.Finding.Message)}{(found.Finding.Hint is { } hint ? "; " + Cell(hint) : "")} |\n"
            );
        return text.ToString();
    }

    // Nothing in it ends the cell, or becomes a link, an image or a mention.
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var c in OneLine.Of(text, 500))
            cell.Append(c is '|' or '<' or '[' or ']' or '@' or '`' or '*' ? $"&#{(int)c};" : c.ToString());
        return cell.ToString();
    }
}
