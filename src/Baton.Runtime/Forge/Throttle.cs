using System.Globalization;
using System.Net;

namespace Baton.Runtime.Forge;

/// <summary>
/// Reads how long the service wants to be left alone. A primary limit says when it is over; a secondary one says how long
/// to wait, or nothing, and then it is a minute and longer each time
/// (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately).
/// </summary>
public static class Throttle
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the same is asked again; none where it is no matter of how much was asked.</summary>
    /// <param name="status">The answer's status.</param>
    /// <param name="header">Gives the first value of a header, or null.</param>
    /// <param name="says">What the answer says, in its own words.</param>
    /// <param name="round">Which time it is that this was answered, from 1.</param>
    public static TimeSpan? Of(HttpStatusCode status, Func<string, string?> header, string says, int round)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(says);
        if (status is not (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
            return null;
        if (After(header) is { } after)
            return after;
        if (header("x-ratelimit-remaining") == "0" && Reset(header) is { } reset)
            return reset;
        var isSecondary =
            status == HttpStatusCode.TooManyRequests || says.Contains("rate limit", StringComparison.OrdinalIgnoreCase);
        return isSecondary ? Unsaid * Math.Pow(2, Math.Min(round, 10) - 1) : null;
    }

    /// <summary>How long to wait as the answer's <c>Retry-After</c> has it; none where it has none.</summary>
    public static TimeSpan? After(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header("retry-after") is not { } after)
            return null;
        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return Moment(after) is { } until && Moment(header("date")) is { } now ? NotNegative(until - now) : null;
    }

    // By the service's own clock: ours may be wrong.
    private static TimeSpan? Reset(Func<string, string?> header) =>
        long.TryParse(header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
        && epoch < 253_402_300_800
        && Moment(header("date")) is { } now
            ? NotNegative(DateTimeOffset.FromUnixTimeSeconds(epoch) - now) + TimeSpan.FromSeconds(1)
            : null;

    internal static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
