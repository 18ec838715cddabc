using Baton.Runtime.Configuration;
using Baton.Workflows.Expressions;

namespace Baton.Cli.Options;

/// <summary>Options of <c>eval</c>.</summary>
public static class EvaluatingOptions
{
    private static readonly Words<JobStatus> Statuses = new(
        ("success", JobStatus.Success),
        ("failure", JobStatus.Failure),
        ("cancelled", JobStatus.Cancelled)
    );

    /// <summary>The contexts.</summary>
    public static readonly Option<string> Context = new(
        "context",
        "FILE",
        "a JSON object with the contexts: {\"github\": {…}, \"inputs\": {…}}",
        ValueReaders.Path
    )
    {
        Default = "no context is known",
    };

    /// <summary>The status.</summary>
    public static readonly Option<JobStatus?> Status = new(
        "status",
        "success|failure|cancelled",
        "how things went so far, for success(), failure(), cancelled()",
        ValueReaders.Word(Statuses)
    )
    {
        Default = "success",
    };

    /// <summary>The files.</summary>
    public static readonly Option<string> Files = new(
        "files",
        "FOLDER",
        "the folder whose files hashFiles() hashes",
        ValueReaders.Path
    )
    {
        Default = "hashFiles() is refused",
    };

    /// <summary>The steps.</summary>
    public static readonly Option<bool> Explain = new(
        "explain",
        "",
        "tell how the value came about, step by step",
        ValueReaders.Truth
    );

    /// <summary>Many expressions.</summary>
    public static readonly Option<bool> Stdin = new(
        "stdin",
        "",
        "read lines {\"expr\": …, \"contexts\": {…}} and answer each with a line",
        ValueReaders.Truth
    );
}
