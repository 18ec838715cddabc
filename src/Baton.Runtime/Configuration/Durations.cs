using System.Globalization;
using System.Text;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Configuration;

/// <summary>
/// Spans of time as people write them: <c>250ms</c>, <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>2d</c>. Whole numbers
/// with a unit each, the larger units first, none twice; a bare number is refused, since nothing says whether it means
/// seconds.
/// </summary>
public static class Durations
{
    /// <summary>The longest span that can be written: ten years of 365 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>How a span is written, for messages.</summary>
    public const string Expected = "a span of time like 250ms, 90s, 30m, 1h30m or 2d";

    private static readonly (string Name, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a span.</summary>
    public static DurationReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > 40)
            return Unreadable(text);
        if (text.All(char.IsAsciiDigit))
            return new DurationReading.Malformed($"{text} has no unit; {Expected} was expected");
        long ticks = 0;
        var lastUnit = -1;
        for (var at = 0; at < text.Length; )
        {
            var (number, unit, next) = Piece(text, at);
            if (number is null || unit <= lastUnit)
                return Unreadable(text);
            if (number > Longest.Ticks / Units[unit].Ticks)
                return new DurationReading.Malformed("at most ten years (3650d) can be said");
            (ticks, lastUnit, at) = (ticks + (number.Value * Units[unit].Ticks), unit, next);
        }

        return ticks > Longest.Ticks
            ? new DurationReading.Malformed("at most ten years (3650d) can be said")
            : new DurationReading.Read(TimeSpan.FromTicks(ticks));
    }

    /// <summary>Writes a span so that <see cref="Parse"/> reads it, to the millisecond, zero as <c>0s</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public static string Format(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var text = new StringBuilder();
        var rest = span.Ticks;
        foreach (var (name, ticks) in Units)
        {
            if (rest / ticks > 0)
                text.Append(CultureInfo.InvariantCulture, $"{rest / ticks}{name}");
            rest %= ticks;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    private static DurationReading.Malformed Unreadable(string text) =>
        new($"{OneLine.Quoted(text)} is not {Expected}");

    private static (long? Number, int Unit, int Next) Piece(string text, int at)
    {
        var digits = at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var letters = digits;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
            letters++;
        var unit = Array.FindIndex(Units, known => text.AsSpan(digits, letters - digits).SequenceEqual(known.Name));
        var isNumber = long.TryParse(
            text.AsSpan(at, digits - at),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        );
        return (isNumber && unit >= 0 ? number : null, unit, letters);
    }
}
