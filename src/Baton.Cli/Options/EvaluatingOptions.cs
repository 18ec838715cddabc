using Baton.Runtime.Configuration;
using Baton.Workflows.Expressions;

namespace Baton.Cli.Options;

/// <summary>Options of <c>eval</c>.</summary>
public static class EvaluatingOptions
{
    private static readonly Words<JobStatus> Statuses = new(
        ("success", JobStatus.Success),
        ("failure", JobStatus.Failure),
        ("cancelled", JobStatus.Cancelled),
        ("skipped", JobStatus.Skipped)
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

    /// <summary>The event.</summary>
    public static readonly Option<string> Event = new(
        "event",
        "NAME",
        "the event that starts the run: github is made of its payload",
        ValueReaders.Text(64)
    )
    {
        Default = "github is what --context says",
        Variable = "BATON_EVENT_NAME", // BATON_EVENT is a file
    };

    /// <summary>The activity type.</summary>
    public static readonly Option<string> Type = new(
        "type",
        "TYPE",
        "the activity type of the event, such as opened",
        ValueReaders.Text(64)
    )
    {
        Default = "what the payload has in action",
    };

    /// <summary>The payload.</summary>
    public static readonly Option<string> Payload = new(
        "payload",
        "FILE",
        "the payload of the event, as a webhook delivers it",
        ValueReaders.Path
    )
    {
        Default = "none; --event needs one",
    };

    /// <summary>A condition.</summary>
    public static readonly Option<bool> Condition = new(
        "if",
        "",
        "EXPR is the if of a job or a step: whether that would run",
        ValueReaders.Truth
    );

    /// <summary>The status.</summary>
    public static readonly Option<JobStatus?> Status = new(
        "status",
        "success|failure|cancelled|skipped",
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
