namespace Baton.Cli.Options;

/// <summary>Options of a batch.</summary>
public static class BatchOptions
{
    /// <summary>Where the list is.</summary>
    public static readonly Option<string> From = new("from", "FILE|-", "the list, one item a line", ValueReaders.Path)
    {
        Default = "-, standard input",
    };

    /// <summary>What separates the items.</summary>
    public static readonly Option<bool> Null = new(
        "null",
        "",
        "the items are separated by NUL characters, as find -print0 writes them",
        ValueReaders.Truth
    )
    {
        Short = "-z",
    };

    /// <summary>Whether the first failure ends the batch.</summary>
    public static readonly Option<bool> FailFast = new(
        "fail-fast",
        "",
        "try no further item once one has failed",
        ValueReaders.Truth
    );

    /// <summary>What each item's request may say; a request id belongs to one request, and what is skipped is told by item.</summary>
    public static IReadOnlyList<Option> OfRequests { get; } =
    [
        .. RequestOptions.All.Where(option =>
            option != RequestOptions.RequestId && option != RequestOptions.SkippedExitCode
        ),
    ];
}
