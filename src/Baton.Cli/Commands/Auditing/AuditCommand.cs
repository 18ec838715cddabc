namespace Baton.Cli.Commands.Auditing;

/// <summary><c>baton audit</c>: what was recorded.</summary>
public static class AuditCommand
{
    /// <summary>Its declaration.</summary>
    public static readonly Verb Verb = new("audit", "read and verify what was recorded")
    {
        Verbs =
        [
            AuditListCommand.Verb,
            AuditShowCommand.Verb,
            AuditVerifyCommand.Verb,
            AuditExportCommand.Verb,
            AuditReportCommand.Verb,
        ],
        Examples = [("baton audit verify", "whether anything was changed, taken out or cut off")],
    };
}
