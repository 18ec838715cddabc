namespace Baton.Workflows.Findings;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The file is refused, or would be.</summary>
    Error,

    /// <summary>The file is taken, but does not do what it seems to say.</summary>
    Warning,
}
