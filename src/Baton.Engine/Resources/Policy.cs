namespace Baton.Engine.Resources;

/// <summary>
/// The presets. Each is a name for a line, its overflow and whom an arrival stops; nothing in the engine knows them.
/// </summary>
public static class Policy
{
    /// <summary>The presets by name, in the order in which they are told to users.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, ResourceSettings>> All =
    [
        new("queue", ResourceSettings.Default),
        new("skip", ResourceSettings.Default with { Line = 0 }),
        new("latest", ResourceSettings.Default with { Line = 1, Overflow = Overflow.DropOlder }),
        new(
            "cancel-running",
            ResourceSettings.Default with
            {
                Line = 1,
                Overflow = Overflow.DropOlder,
                Stops = Stops.Older,
            }
        ),
        new("preempt", ResourceSettings.Default with { Stops = Stops.Lower }),
    ];

    /// <summary>The settings of a preset, or nothing for a name that is none.</summary>
    public static ResourceSettings? Find(string name) =>
        All.FirstOrDefault(policy => string.Equals(policy.Key, name, StringComparison.Ordinal)).Value;
}
