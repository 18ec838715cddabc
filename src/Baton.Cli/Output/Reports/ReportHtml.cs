using System.Net;
using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Cli.Output.Reports;

/// <summary>
/// A report as one HTML page that needs nothing else: no script, no font, no picture from anywhere. It is light or dark as
/// its reader's system is.
/// </summary>
public static class ReportHtml
{
    /// <summary>The colours and shapes that the pages of Baton share.</summary>
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1d2330; --dim: #5b6475; --paper: #fbfbfa; --card: #ffffff; --line: #e2e4e8;
          --ran: #2f6fb5; --prevented: #d9822b; --lost: #b3382c; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaf0; --dim: #9aa3b5; --paper: #14171d; --card: #1c2029;
          --line: #2e3440; --ran: #6aa5e8; --prevented: #e9a356; --lost: #e5766a; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2.2rem 0 .7rem; }
        p { margin: .2rem 0; color: var(--dim); }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .7rem; margin-top: 1.4rem; }
        .tile { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; }
        .tile b { display: block; white-space: nowrap; font-size: 1.35rem; font-variant-numeric: tabular-nums; } .tile span { color: var(--dim); }
        figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-x: auto; }
        svg { display: block; width: 100%; height: auto; } svg text { fill: var(--dim); font-size: 11px; }
        .ran { fill: var(--ran); } .prevented { fill: var(--prevented); } .grid { stroke: var(--line); }
        .key i { display: inline-block; width: .7rem; height: .7rem; border-radius: .15rem; margin: 0 .35rem 0 .9rem; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { padding: .35rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th { color: var(--dim); font-weight: 500; } th:first-child, td:first-child { text-align: left; white-space: normal; }
        """;

    /// <summary>Writes it.</summary>
    public static string Of(ReportFacts facts)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(Text(facts.Scope)).Append(": ").Append(facts.Title).Append("</title>\n");
        page.Append("<style>\n").Append(Style).Append("\n</style>\n");
        page.Append("<h1>").Append(Text(facts.Scope)).Append("</h1>\n<p>").Append(facts.Title).Append("</p>\n");
        Tiles(page, facts);
        if (facts.Reckoning.Days.Count > 0)
            Section(
                page,
                "By day",
                DayChart.Of(facts.Reckoning.Days),
                "<p class=\"key\"><i style=\"background:var(--ran)\"></i>ran<i style=\"background:var(--prevented)\"></i>did not start</p>"
            );
        if (facts.Reckoning.Rules.Count > 0)
            Section(page, "What kept runs from starting", BarChart.Of(facts.Reckoning.Rules), "");
        if (facts.Reckoning.Workflows.Count > 0)
            Workflows(page, facts);
        page.Append("<h2>How to read it</h2>\n");
        foreach (var note in facts.Notes)
            page.Append("<p>").Append(Text(note)).Append("</p>\n");
        return page.Append("</html>\n").ToString();
    }

    /// <summary>Foreign text as text.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(OneLine.Of(text, 300));

    private static void Tiles(StringBuilder page, ReportFacts facts)
    {
        page.Append("<div class=\"tiles\">\n");
        foreach (var (name, value) in facts.Figures)
            page.Append("<div class=\"tile\"><b>")
                .Append(value)
                .Append("</b><span>")
                .Append(name)
                .Append("</span></div>\n");
        page.Append("</div>\n");
    }

    private static void Section(StringBuilder page, string title, string chart, string key) =>
        page.Append("<h2>").Append(title).Append("</h2>\n<figure>").Append(key).Append(chart).Append("</figure>\n");

    private static void Workflows(StringBuilder page, ReportFacts facts)
    {
        page.Append("<h2>By workflow</h2>\n<figure><table>\n<tr><th>workflow");
        foreach (var (name, _) in facts.Figures)
            page.Append("<th>").Append(name);
        foreach (var (workflow, tally) in facts.Reckoning.Workflows)
        {
            page.Append("\n<tr><td>").Append(Text(ReportFacts.Name(workflow)));
            foreach (var (_, value) in facts.Of(tally))
                page.Append("<td>").Append(value);
        }
        page.Append("\n</table></figure>\n");
    }
}
