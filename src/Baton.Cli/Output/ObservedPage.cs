using System.Text.Json;
using Baton.Cli.Commands;
using Baton.Cli.Output.Reports;
using Baton.Runtime.Observing;
using Baton.Runtime.Stores.Stored.V1;
using Baton.Runtime.Wording;
using static System.Globalization.CultureInfo;

namespace Baton.Cli.Output;

/// <summary>Tells a report of observed runs.</summary>
internal static class ObservedPage
{
    private const int MostRows = 20;

    /// <summary>Writes it to standard output; gives the exit code.</summary>
    public static int Tell(
        Invocation call,
        ReportFormat format,
        (string Scope, TimeSpan Since, int Live) of,
        ObservedReport report
    )
    {
        if (format == ReportFormat.Json)
            call.Surroundings.Out.Write(JsonText.Line(json => Write(json, of, report)));
        else
            Show(new Page(call.Surroundings), of, report);
        return (int)ExitCode.Success;
    }

    private static void Show(Page page, (string Scope, TimeSpan Since, int Live) of, ObservedReport report)
    {
        var whole = report.Whole;
        page.Head($"{Plain.Text(of.Scope)}: {Count(whole.Arrivals, "run")} observed in the last {Spans.Of(of.Since)}");
        if (of.Live > 0)
            page.Line($"{Count(of.Live, "run")} not over yet, and not counted here", 2);
        if (whole.Arrivals == 0)
            page.Line("nothing to report: runs are observed with mode: observe", 2);
        else
            Rows(page, report);
        page.Show();
    }

    private static void Rows(Page page, ObservedReport report)
    {
        page.Line("enforce would have", 2);
        foreach (var (word, count) in report.Whole.Counts)
            page.Line($"{Does(word)}: {count.ToString(InvariantCulture)}", 4);
        page.Line(Costs(report.Whole), 2);
        foreach (var (resource, tally, overlap) in report.Resources.Take(MostRows))
        {
            page.Gap();
            page.Head($"{Telling.Resource(resource)}: {Count(tally.Arrivals, "run")}");
            page.Line(Counts(tally), 2);
            page.Line(Costs(tally), 2);
            page.Line(Really(overlap), 2);
        }
        foreach (var (workflow, tally) in report.Workflows.Where(one => one.Workflow is not null).Take(MostRows))
        {
            page.Gap();
            page.Head($"workflow {Plain.Text(workflow!)}: {Count(tally.Arrivals, "run")}");
            page.Line(Counts(tally), 2);
            page.Line(Costs(tally), 2);
        }
        if (report.Resources.Count > MostRows || report.Workflows.Count > MostRows)
            page.Line($"only the {MostRows} with most runs are shown; --json has all");
    }

    private static string Does(string word) =>
        word switch
        {
            "granted" => "started at once",
            "waiting" => "made wait",
            "stopped" => "started and stopped",
            _ => $"not started, {word}",
        };

    private static string Counts(ObservedTally tally) =>
        string.Join(", ", tally.Counts.Select(one => $"{Does(one.Word)} {one.Count.ToString(InvariantCulture)}"));

    private static string Costs(ObservedTally tally)
    {
        var waits =
            tally.Waited == TimeSpan.Zero
                ? "nothing would have waited"
                : $"waits: {Spans.Of(tally.Waited)} in all, {Spans.Of(tally.LongestWait)} the longest";
        return tally.Spared == TimeSpan.Zero ? waits : $"{waits}; commands not run: {Spans.Of(tally.Spared)}";
    }

    private static string Really(Overlap overlap) =>
        overlap.Starts == 0
            ? "nothing ran beside another"
            : $"really ran beside another: {Count(overlap.Starts, "run")}, for {Spans.Of(overlap.Lasted)} in all";

    private static string Count(int count, string what) =>
        string.Create(InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Write(Utf8JsonWriter json, (string Scope, TimeSpan Since, int Live) of, ObservedReport report)
    {
        json.WriteString("scope", of.Scope);
        json.Put("since_seconds", of.Since);
        json.WriteNumber("not_over", of.Live);
        Write(json, report.Whole);
        json.Array(
            "resources",
            report.Resources,
            (one, row) =>
            {
                one.WriteString("kind", Words.Kinds[row.Resource.Kind]);
                one.WriteString("name", row.Resource.Name);
                Write(one, row.Tally);
                one.WriteNumber("overlaps", row.Overlap.Starts);
                one.Put("overlapped_seconds", row.Overlap.Lasted);
            }
        );
        json.Array(
            "workflows",
            report.Workflows,
            (one, row) =>
            {
                one.Put("workflow", row.Workflow);
                Write(one, row.Tally);
            }
        );
    }

    private static void Write(Utf8JsonWriter json, ObservedTally tally)
    {
        json.WriteNumber("runs", tally.Arrivals);
        json.WriteStartObject("enforced");
        foreach (var (word, count) in tally.Counts)
            json.WriteNumber(word, count);
        json.WriteEndObject();
        json.Put("waited_seconds", tally.Waited);
        json.Put("longest_wait_seconds", tally.LongestWait);
        json.Put("spared_seconds", tally.Spared);
    }
}
