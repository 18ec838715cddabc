using Baton.Runtime.Configuration;

namespace Baton.Runtime.Pushing.Merging;

/// <summary>Rules that have a name. They come behind a repository's own, so that those win.</summary>
public static class PushPresets
{
    /// <summary>
    /// For jobs that commit what they gathered beside people who write code: this run's version of data, the branch's
    /// version of everything else.
    /// </summary>
    public static IReadOnlyList<PushRule> Automation { get; } =
    [
        new()
        {
            Paths = ["data", "**/data", "**/*.csv", "**/*.jsonl", "**/*.ndjson", "**/*-data.json", "**/*.data.json"],
            Resolve = PushResolution.Mine,
        },
        new() { Paths = ["**"], Resolve = PushResolution.Remote },
    ];

    /// <summary>The rules of settings, with those of their preset behind them.</summary>
    public static PathRules Rules(PushSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PathRules([.. settings.Rules, .. settings.Preset == PushPreset.Automation ? Automation : []]);
    }
}
