using Baton.Cli.Output.Linting;
using Baton.Runtime.Configuration;

namespace Baton.Cli.Options;

/// <summary>Options of <c>lint</c>.</summary>
public static class LintingOptions
{
    private static readonly Words<LintFormat> Formats = new(
        ("text", LintFormat.Text),
        ("json", LintFormat.Json),
        ("sarif", LintFormat.Sarif),
        ("github", LintFormat.GitHub),
        ("markdown", LintFormat.Markdown)
    );

    /// <summary>The form of the output.</summary>
    public static readonly Option<LintFormat?> Format = new(
        "format",
        "FORMAT",
        "text, json, sarif, github (annotations of a run) or markdown",
        ValueReaders.Word(Formats)
    )
    {
        Default = "text",
    };

    /// <summary>Rules.</summary>
    public static readonly Option<string> Rule = new("rule", "ID", "look for this rule alone", ValueReaders.Text(60))
    {
        Repeats = true,
        Default = "all rules, without those of --strict",
    };

    /// <summary>No rules.</summary>
    public static readonly Option<string> Ignore = new(
        "ignore",
        "ID",
        "don't look for this rule",
        ValueReaders.Text(60)
    )
    {
        Repeats = true,
    };

    /// <summary>More rules.</summary>
    public static readonly Option<bool> Strict = new(
        "strict",
        "",
        "look also for what may well be meant so",
        ValueReaders.Truth
    );

    /// <summary>A baseline.</summary>
    public static readonly Option<string> Baseline = new(
        "baseline",
        "FILE",
        "pass over the findings that are in this file",
        ValueReaders.Path
    );

    /// <summary>A new baseline.</summary>
    public static readonly Option<string> WriteBaseline = new(
        "write-baseline",
        "FILE",
        "write all findings into this file, and end well",
        ValueReaders.Path
    );
}
