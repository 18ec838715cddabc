namespace Baton.Cli.Output.Linting;

/// <summary>The form of what lint says.</summary>
public enum LintFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</summary>
    Sarif,

    /// <summary>Annotations of a run of GitHub Actions.</summary>
    GitHub,

    /// <summary>A table, for a comment or a summary.</summary>
    Markdown,
}
