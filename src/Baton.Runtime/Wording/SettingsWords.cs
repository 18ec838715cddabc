using System.Globalization;
using Baton.Engine.Resources;
using Baton.Runtime.Stores.Stored.V1;

namespace Baton.Runtime.Wording;

/// <summary>The settings of a resource in the words of `baton.yml`.</summary>
public static class SettingsWords
{
    /// <summary>Tells all settings: `capacity 1, line 1 (drop-older), stops older, order priority`.</summary>
    public static string Of(ResourceSettings settings)
    {
        var line = settings.Line is { } places
            ? string.Create(CultureInfo.InvariantCulture, $"line {places} ({Words.Overflows[settings.Overflow]})")
            : "line unbounded";
        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"capacity {settings.Capacity}"),
            line,
            $"stops {Words.Stops[settings.Stops]}",
            $"order {Words.Orders[settings.Order]}",
        };
        if (settings.Stops != Stops.None)
            parts.Add($"preempted {Words.Preempted[settings.Preempted]}");
        if (settings.Debounce > TimeSpan.Zero)
            parts.Add($"debounce {Spans.Of(settings.Debounce)}");
        return string.Join(", ", parts);
    }
}
