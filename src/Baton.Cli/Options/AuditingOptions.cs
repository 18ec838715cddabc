using System.Globalization;
using Baton.Cli.Output.Auditing;
using Baton.Cli.Output.Reports;
using Baton.Runtime.Configuration;
using Baton.Workflows.Findings;

namespace Baton.Cli.Options;

/// <summary>Options of <c>audit</c>.</summary>
public static class AuditingOptions
{
    private static readonly Words<ReportFormat> Reports = new(
        ("text", ReportFormat.Text),
        ("markdown", ReportFormat.Markdown),
        ("html", ReportFormat.Html),
        ("json", ReportFormat.Json)
    );

    private static readonly Words<ExportFormat> Exports = new(
        ("jsonl", ExportFormat.JsonLines),
        ("csv", ExportFormat.Csv),
        ("session-audit", ExportFormat.SessionAudit)
    );

    /// <summary>The form of a report.</summary>
    public static readonly Option<ReportFormat?> Report = new(
        "format",
        "FORMAT",
        "text, markdown, html (one page that needs nothing else) or json",
        ValueReaders.Word(Reports)
    )
    {
        Default = "text",
    };

    /// <summary>The form of an export.</summary>
    public static readonly Option<ExportFormat?> Export = new(
        "format",
        "FORMAT",
        "jsonl, csv or session-audit (a day's sessions as one JSON array)",
        ValueReaders.Word(Exports)
    )
    {
        Default = "jsonl",
    };

    /// <summary>The day of an export.</summary>
    public static readonly Option<DateOnly?> Day = new(
        "day",
        "YYYY-MM-DD",
        "which day's sessions, UTC; for session-audit",
        ReadDay
    )
    {
        Default = "today",
    };

    private static ValueReading ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ValueReading.Read(day)
            : new ValueReading.Malformed($"{OneLine.Quoted(text)} is no day: 2026-11-30 was expected");
}
