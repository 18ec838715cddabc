namespace Baton.Cli.Options;

/// <summary>Options of <c>session</c>.</summary>
public static class SessionOptions
{
    /// <summary>How long a session turns others away.</summary>
    public static readonly Option<TimeSpan?> Window = new(
        "window",
        "SPAN",
        "how long after its success a session turns others of its workflow and commit away",
        ValueReaders.Span(TimeSpan.Zero, Engine.Limits.LongestSpan)
    )
    {
        Default = "baton.yml (keys: session-*), else 5m",
    };

    /// <summary>How long push and pull request turn each other away.</summary>
    public static readonly Option<TimeSpan?> PairWindow = new(
        "pair-window",
        "SPAN",
        "how long push and pull request of a commit turn each other away",
        ValueReaders.Span(TimeSpan.Zero, Engine.Limits.LongestSpan)
    )
    {
        Default = "baton.yml (keys: pushed-*), else 1h",
    };

    /// <summary>Whether a prevented check ends with 1 in a GitHub Actions step too.</summary>
    public static readonly Option<bool> EndsWithOne = new(
        "exit-code",
        "",
        "end with 1 where the session is prevented, under GitHub Actions too",
        ValueReaders.Truth
    );

    /// <summary>Whose session it is.</summary>
    public static readonly Option<string> RunId = new(
        "ci-run",
        "ID",
        "the CI run whose session it is",
        ValueReaders.Text(1000)
    )
    {
        Default = "the one that this process is part of",
    };
}
