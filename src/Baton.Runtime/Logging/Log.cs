using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Logging;

/// <summary>Every line of the log, with its event id. Secrets and environments are in none of them.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "applied {Commands} in {Milliseconds:0.0} ms: {Decisions}, {Records} records changed"
    )]
    public static partial void Applied(
        ILogger logger,
        string commands,
        double milliseconds,
        string decisions,
        int records
    );

    [LoggerMessage(2, LogLevel.Warning, "the store failed after {Milliseconds:0.0} ms: {Fault}: {Message}")]
    public static partial void StoreFailed(ILogger logger, double milliseconds, string fault, string message);

    [LoggerMessage(3, LogLevel.Information, "run {Run} asks as request {Request}: {Answer}")]
    public static partial void Answered(ILogger logger, string run, string request, string answer);

    [LoggerMessage(4, LogLevel.Information, "run {Run} waits, place {Place}: {Reason}")]
    public static partial void Waits(ILogger logger, string run, int place, string reason);

    [LoggerMessage(5, LogLevel.Information, "run {Run} is granted, token {Token}, lease {Lease}")]
    public static partial void Granted(ILogger logger, string run, long token, TimeSpan lease);

    [LoggerMessage(6, LogLevel.Information, "run {Run} is told to stop: {Reason}")]
    public static partial void Stops(ILogger logger, string run, string reason);

    [LoggerMessage(40, LogLevel.Information, "push: try {Failures} failed: {Why}; the next after {Milliseconds:0} ms")]
    public static partial void PushFailed(ILogger logger, int failures, string why, double milliseconds);

    [LoggerMessage(41, LogLevel.Warning, "push: try {Failures} failed, and it is given up: {Why}")]
    public static partial void PushGivenUp(ILogger logger, int failures, string why);

    [LoggerMessage(
        42,
        LogLevel.Information,
        "push: {End} after {Milliseconds:0} ms, {Attempts} tries, {Paused:0} ms of them pauses"
    )]
    public static partial void PushEnded(ILogger logger, string end, double milliseconds, int attempts, double paused);

    [LoggerMessage(7, LogLevel.Warning, "unprotected from here on: {Why}")]
    public static partial void Unprotected(ILogger logger, string why);
}
