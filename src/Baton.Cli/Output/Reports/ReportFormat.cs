namespace Baton.Cli.Output.Reports;

/// <summary>The forms of a report.</summary>
public enum ReportFormat
{
    /// <summary>For a terminal.</summary>
    Text,

    /// <summary>For a job's summary.</summary>
    Markdown,

    /// <summary>One page for a browser.</summary>
    Html,

    /// <summary>For programs.</summary>
    Json,
}
