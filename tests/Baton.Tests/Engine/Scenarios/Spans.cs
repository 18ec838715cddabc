using System.Globalization;
using Baton.Engine;

namespace Baton.Tests.Engine.Scenarios;

/// <summary>Spans as scenarios write them: <c>90s</c>, <c>5m</c>, <c>1m30s</c>, <c>250ms</c>.</summary>
internal static class Spans
{
    public static TimeSpan Parse(string text)
    {
        var sum = TimeSpan.Zero;
        for (var at = 0; at < text.Length; )
        {
            var digits = text.Skip(at).TakeWhile(char.IsAsciiDigit).Count();
            var letters = text.Skip(at + digits).TakeWhile(char.IsAsciiLetter).Count();
            var number = int.Parse(text.AsSpan(at, digits), CultureInfo.InvariantCulture);
            sum += number * UnitOf(text.Substring(at + digits, letters));
            at += digits + letters;
        }
        return sum;
    }

    public static string Show(TimeSpan span)
    {
        var parts = new[]
        {
            (span.Days * 24 + span.Hours, "h"),
            (span.Minutes, "m"),
            (span.Seconds, "s"),
            (span.Milliseconds, "ms"),
        };
        var text = string.Concat(parts.Where(part => part.Item1 != 0).Select(part => $"{part.Item1}{part.Item2}"));
        return text.Length == 0 ? "0s" : text;
    }

    public static string Show(Instant instant) => Show(instant - Instant.Zero);

    private static TimeSpan UnitOf(string unit) =>
        unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => throw new FormatException($"no unit of time: '{unit}'"),
        };
}
