using System.Text.Json;
using Baton.Workflows.Rules;

namespace Baton.Cli.Output.Linting;

/// <summary>
/// Findings as SARIF 2.1.0, which GitHub's code scanning takes:
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
/// </summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Of(IReadOnlyList<RuleFinding> findings) =>
        JsonText.Line(writer =>
        {
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.Array("runs", [findings], PutRun);
        });

    private static void PutRun(Utf8JsonWriter writer, IReadOnlyList<RuleFinding> findings)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "baton");
        writer.WriteString("version", ProgramVersion.Number);
        writer.Array(
            "rules",
            RuleList
                .All.Select(rule => (rule.Id, rule.Says))
                .Prepend((RuleList.Syntax, "what GitHub refuses, or takes otherwise than it reads")),
            PutRule
        );
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.Array("results", findings, PutResult);
    }

    private static void PutRule(Utf8JsonWriter writer, (string Id, string Says) rule)
    {
        writer.WriteString("id", rule.Id);
        PutText(writer, "shortDescription", rule.Says);
    }

    private static void PutResult(Utf8JsonWriter writer, RuleFinding found)
    {
        writer.WriteString("ruleId", found.Id);
        writer.WriteString("level", LintReports.Word(found.Finding.Severity));
        PutText(
            writer,
            "message",
            found.Finding.Hint is { } hint ? $"{found.Finding.Message}. {hint}" : found.Finding.Message
        );
        writer.Array(
            "locations",
            [found.Finding],
            (to, finding) =>
            {
                to.WriteStartObject("physicalLocation");
                to.WriteStartObject("artifactLocation");
                to.WriteString("uri", string.Join('/', finding.File.Split('/', '\\').Select(Uri.EscapeDataString)));
                to.WriteEndObject();
                to.WriteStartObject("region");
                to.WriteNumber("startLine", finding.Line);
                to.WriteNumber("startColumn", finding.Column);
                if (finding.Length > 0)
                    to.WriteNumber("endColumn", finding.Column + finding.Length);
                to.WriteEndObject();
                to.WriteEndObject();
            }
        );
    }

    private static void PutText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
