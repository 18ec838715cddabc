using System.Globalization;

namespace Baton.Runtime.Wording;

/// <summary>Spans of time in the short form that people read: `340 ms`, `12 s`, `2 min`, `1 h 5 min`, `3 d`.</summary>
public static class Spans
{
    /// <summary>Tells a span with at most two units; what is smaller is cut off. A span below zero counts as none.</summary>
    public static string Of(TimeSpan span) =>
        span switch
        {
            { Ticks: <= 0 } => "0 s",
            { TotalSeconds: < 1 } => Join((Math.Max(1, (long)span.TotalMilliseconds), "ms"), (0, "")),
            { TotalMinutes: < 1 } => Join((span.Seconds, "s"), (0, "")),
            { TotalHours: < 1 } => Join((span.Minutes, "min"), (span.Minutes < 10 ? span.Seconds : 0, "s")),
            { TotalDays: < 1 } => Join((span.Hours, "h"), (span.Minutes, "min")),
            _ => Join((span.Days, "d"), (span.Days < 10 ? span.Hours : 0, "h")),
        };

    private static string Join((long Count, string Unit) first, (long Count, string Unit) second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first.Count} {first.Unit}")
        + (second.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {second.Count} {second.Unit}"));
}
