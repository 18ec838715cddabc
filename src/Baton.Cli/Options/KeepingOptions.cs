using Baton.Runtime.Configuration;

namespace Baton.Cli.Options;

/// <summary>Options of a run that is split over steps.</summary>
public static class KeepingOptions
{
    private static readonly Words<Engine.Runs.Conclusion> OwnConclusions = new(
        ("success", Engine.Runs.Conclusion.Success),
        ("failure", Engine.Runs.Conclusion.Failure),
        ("cancelled", Engine.Runs.Conclusion.Cancelled)
    );

    /// <summary>How long the keeper keeps without being told.</summary>
    public static readonly TimeSpan DefaultHold = TimeSpan.FromHours(6);

    /// <summary>The process that the run follows.</summary>
    public static readonly Option<string> Follow = new(
        "follow",
        "PID|none",
        "the process with whose end the run ends",
        ReadFollow
    )
    {
        Default = "the nearest above that is no shell",
    };

    /// <summary>An upper bound.</summary>
    public static readonly Option<TimeSpan?> HoldAtMost = new(
        "hold-at-most",
        "SPAN",
        "how long the run is kept, if nobody releases it",
        ValueReaders.Span(TimeSpan.FromSeconds(1), Engine.Limits.LongestSpan)
    )
    {
        Default = "6h",
    };

    /// <summary>The token.</summary>
    public static readonly Option<long?> Token = new("token", "N", "the token that acquire gave", ReadToken);

    /// <summary>How the work went.</summary>
    public static readonly Option<Engine.Runs.Conclusion?> Conclusion = new(
        "conclusion",
        "success|failure|cancelled",
        "how the work went",
        ValueReaders.Word(OwnConclusions)
    )
    {
        Default = "success",
    };

    private static ValueReading ReadFollow(string text) =>
        text == "none"
        || int.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        )
            ? new ValueReading.Read(text)
            : new ValueReading.Malformed("a process id or none was expected");

    private static ValueReading ReadToken(string text) =>
        long.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var token
        )
            ? new ValueReading.Read(token)
            : new ValueReading.Malformed("a token is a number, as acquire gave it");
}
