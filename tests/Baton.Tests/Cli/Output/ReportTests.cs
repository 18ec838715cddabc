using Baton.Cli.Output.Auditing;
using Baton.Cli.Output.Reports;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Reporting;
using Baton.Tests.Runtime.Reporting;

namespace Baton.Tests.Cli.Output;

/// <summary>Reports for people: whatever strangers wrote stays text in them.</summary>
public sealed class ReportTests
{
    private const string Hostile = "</td><script>alert(1)</script> | =cmd()\n**x**";

    [Fact]
    public void A_page_needs_nothing_from_elsewhere_and_runs_nothing()
    {
        var page = ReportHtml.Of(Facts());

        page.ShouldNotContain("<script");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("http");
        page.ShouldContain("prefers-color-scheme: dark");
        page.ShouldContain("<svg");
    }

    [Fact]
    public void A_table_in_markdown_keeps_its_columns()
    {
        var rows = ReportMarkdown.Of(Facts()).Split('\n');

        var head = rows.Single(row => row.StartsWith("| workflow", StringComparison.Ordinal));
        var hostile = rows.Single(row => row.Contains("alert", StringComparison.Ordinal));
        hostile.Count(c => c == '|').ShouldBe(head.Count(c => c == '|'));
        hostile.ShouldNotContain("<script");
    }

    [Fact]
    public void Nothing_at_all_is_told_as_well()
    {
        var facts = Facts(new MadeUpAudit());

        ReportHtml.Of(facts).ShouldContain("0 runs asked for");
        ReportMarkdown.Of(facts).ShouldContain("0 runs asked for");
        ReportJson.Of(facts).ShouldContain("\"asked\":0");
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public void No_cell_is_a_formula_or_two_cells(string workflow, string cell)
    {
        var audit = new MadeUpAudit();
        audit.Ask(workflow, Need.Group("deploy"));
        var (body, origin) = (audit.Bodies[0], new Origin { Workflow = workflow });

        var row = AuditCsv.Row(new AuditEntry(1, "", body.Write(), ""), body, origin);

        row.ShouldContain($",{cell},");
    }

    private static ReportFacts Facts()
    {
        var audit = new MadeUpAudit();
        var key = Need.Key("agent", TimeSpan.FromMinutes(5));
        var first = audit.Ask(Hostile, key);
        audit.Ask(Hostile, key);
        audit.Pass(TimeSpan.FromMinutes(3));
        audit.End(first);
        return Facts(audit);
    }

    private static ReportFacts Facts(MadeUpAudit audit)
    {
        var tales = new RunTales(DateTimeOffset.MinValue);
        foreach (var body in audit.Bodies)
            tales.Take(body);
        return new("acme/<shop>", TimeSpan.FromDays(30), RunReckoning.Of(tales), new Prices(0.008m, 0.4m));
    }
}
