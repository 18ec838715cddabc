using Baton.Runtime.Wording;

namespace Baton.Cli.Output.Reports;

/// <summary>A report for a terminal.</summary>
internal static class ReportText
{
    private const int LongestName = 32;

    /// <summary>Adds it to a page.</summary>
    public static void Show(Page page, ReportFacts facts)
    {
        page.Head($"{Plain.Text(facts.Scope)}: {facts.Title}");
        foreach (var (name, value) in facts.Figures)
            page.Row($"  {name, -12} {value, 12}");
        if (facts.Reckoning.Rules.Count > 0)
        {
            page.Gap();
            page.Head("Prevented by");
            foreach (var (rule, count) in facts.Reckoning.Rules)
                page.Row($"  {rule, -28} {ReportFacts.Count(count), 8}");
        }
        if (facts.Reckoning.Workflows.Count > 0)
            Workflows(page, facts);
        page.Gap();
        foreach (var note in facts.Notes)
            page.Line(note);
        page.Show();
    }

    private static void Workflows(Page page, ReportFacts facts)
    {
        page.Gap();
        page.Head($"{"Workflow", -LongestName} {"asked", 7} {"ran", 7} {"prev.", 7} {"95th wait", 10} {"saved", 10}");
        foreach (var (workflow, tally) in facts.Reckoning.Workflows)
            page.Row(
                $"{Plain.Text(ReportFacts.Name(workflow), LongestName), -LongestName} {ReportFacts.Count(tally.Asked), 7} "
                    + $"{ReportFacts.Count(tally.Started), 7} {ReportFacts.Count(tally.Prevented), 7} "
                    + $"{Spans.Of(tally.LateWait), 10} {Spans.Of(tally.Spared), 10}"
            );
    }
}
