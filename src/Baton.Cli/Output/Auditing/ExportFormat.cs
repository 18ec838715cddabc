namespace Baton.Cli.Output.Auditing;

/// <summary>The forms of an export.</summary>
public enum ExportFormat
{
    /// <summary>Each entry as it is stored, so that anybody can verify it.</summary>
    JsonLines,

    /// <summary>A row for each entry, for a spreadsheet.</summary>
    Csv,

    /// <summary>The sessions of a day, as one JSON array.</summary>
    SessionAudit,
}
