using System.Text;
using Baton.Runtime.Ci;

namespace Baton.Cli.Output.Reports;

/// <summary>A report in Markdown, for a job's summary or an issue.</summary>
public static class ReportMarkdown
{
    /// <summary>Writes it.</summary>
    public static string Of(ReportFacts facts)
    {
        var page = new StringBuilder();
        page.Append("## ").Append(Markdown.Text(facts.Scope)).Append(": ").Append(facts.Title).Append("\n\n");
        Table(
            page,
            [.. facts.Figures.Select(figure => figure.Name)],
            [
                [.. facts.Figures.Select(figure => figure.Value)],
            ]
        );
        if (facts.Reckoning.Rules.Count > 0)
            Table(
                page,
                ["prevented by", "runs"],
                [.. facts.Reckoning.Rules.Select(rule => new[] { rule.Rule, ReportFacts.Count(rule.Count) })]
            );
        if (facts.Reckoning.Workflows.Count > 0)
            Table(
                page,
                ["workflow", .. facts.Figures.Select(figure => figure.Name)],
                [
                    .. facts.Reckoning.Workflows.Select(row =>
                        (string[])
                            [
                                Markdown.Text(ReportFacts.Name(row.Workflow)),
                                .. facts.Of(row.Tally).Select(figure => figure.Value),
                            ]
                    ),
                ]
            );
        foreach (var note in facts.Notes)
            page.Append(note).Append('\n');
        return page.ToString();
    }

    // The first column is a name, the others are figures.
    private static void Table(StringBuilder page, IReadOnlyList<string> heads, IReadOnlyList<string[]> rows)
    {
        page.Append("| ").AppendJoin(" | ", heads).Append(" |\n|---|").Insert(page.Length, "---:|", heads.Count - 1);
        foreach (var row in rows)
            page.Append("\n| ").AppendJoin(" | ", row).Append(" |");
        page.Append("\n\n");
    }
}
