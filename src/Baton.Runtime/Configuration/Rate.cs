using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Configuration;

/// <summary>So many grants in a span of time, written <c>10/1h</c>.</summary>
/// <param name="Count">How many, 1 to 1,000,000.</param>
/// <param name="Span">In what time, more than zero.</param>
public sealed record Rate(int Count, TimeSpan Span)
{
    /// <summary>How a rate is written, for messages.</summary>
    public const string Expected = "a rate like 10/1h (so many grants in a span of time)";

    /// <summary>Reads a rate.</summary>
    public static RateReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return new RateReading.Malformed($"{Expected} was expected");
        var isNumber = int.TryParse(
            text.AsSpan(0, slash),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        );
        if (!isNumber || count is < 1 or > ConfigurationLimits.MostUnits)
            return new RateReading.Malformed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{OneLine.Quoted(text[..slash])} is no number from 1 to {ConfigurationLimits.MostUnits}; {Expected} was expected"
                )
            );
        return Durations.Parse(text[(slash + 1)..]) switch
        {
            DurationReading.Read { Value: var span } when span > TimeSpan.Zero => new RateReading.Read(
                new Rate(count, span)
            ),
            DurationReading.Malformed malformed => new RateReading.Malformed(malformed.Message),
            _ => new RateReading.Malformed("a rate's span is longer than nothing"),
        };
    }

    /// <summary>The rate as it is written.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count}/{Durations.Format(Span)}");
}
