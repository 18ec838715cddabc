using Baton.Runtime.Pushing;
using Microsoft.Extensions.Logging;

namespace Baton.Runtime.Logging;

/// <summary>Logs what happens to a push, and tells it on.</summary>
/// <param name="next">Who is told as well.</param>
/// <param name="logger">Where to.</param>
public sealed class LoggedPush(IPushObserver next, ILogger logger) : IPushObserver
{
    /// <inheritdoc/>
    public void Failed(int failures, string why, TimeSpan? pause)
    {
        if (pause is { } span)
            Log.PushFailed(logger, failures, why, span.TotalMilliseconds);
        else
            Log.PushGivenUp(logger, failures, why);
        next.Failed(failures, why, pause);
    }

    /// <summary>Logs how it ended.</summary>
    public void Ended(PushReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Log.PushEnded(
            logger,
            report.End.GetType().Name,
            report.Took.TotalMilliseconds,
            report.Attempts,
            report.Paused.TotalMilliseconds
        );
    }
}
