using System.Text.Json;
using Baton.Runtime.Reporting;

namespace Baton.Cli.Output.Reports;

/// <summary>A report for programs.</summary>
public static class ReportJson
{
    /// <summary>Writes it.</summary>
    public static string Of(ReportFacts facts) =>
        JsonText.Line(json =>
        {
            json.WriteString("scope", facts.Scope);
            json.Put("since_seconds", facts.Since);
            json.WriteNumber("unprotected", facts.Reckoning.Unprotected);
            Write(json, facts, facts.Reckoning.Whole);
            json.Array(
                "rules",
                facts.Reckoning.Rules,
                (one, row) =>
                {
                    one.WriteString("rule", row.Rule);
                    one.WriteNumber("runs", row.Count);
                }
            );
            json.Array(
                "workflows",
                facts.Reckoning.Workflows,
                (one, row) =>
                {
                    one.Put("workflow", row.Workflow);
                    Write(one, facts, row.Tally);
                }
            );
            json.Array(
                "days",
                facts.Reckoning.Days,
                (one, row) =>
                {
                    one.WriteString(
                        "day",
                        row.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                    );
                    Write(one, facts, row.Tally);
                }
            );
        });

    private static void Write(Utf8JsonWriter json, ReportFacts facts, RunTally tally)
    {
        json.WriteNumber("asked", tally.Asked);
        json.WriteNumber("started", tally.Started);
        json.WriteNumber("prevented", tally.Prevented);
        json.WriteNumber("superseded", tally.Superseded);
        json.WriteNumber("lost", tally.Lost);
        json.WriteNumber("not_over", tally.Live);
        json.Put("median_wait_seconds", tally.MedianWait);
        json.Put("wait_95th_seconds", tally.LateWait);
        json.Put("ran_seconds", tally.Ran);
        json.WriteNumber("saved", tally.Saved);
        json.Put("saved_seconds", tally.Spared);
        if (facts.Prices is { } prices)
            json.WriteNumber("saved_money", decimal.Round(prices.Of(tally.Saved, tally.Spared), 4));
        else
            json.WriteNull("saved_money");
    }
}
