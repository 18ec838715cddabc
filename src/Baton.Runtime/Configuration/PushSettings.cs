namespace Baton.Runtime.Configuration;

/// <summary>What a file says about pushing; null where it says nothing.</summary>
public sealed record PushSettings
{
    /// <summary>How often a push is tried, 1 to 100.</summary>
    public int? Attempts { get; init; }

    /// <summary>How long it is tried in all.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How long between the tries.</summary>
    public BackoffSettings Backoff { get; init; } = new();

    /// <summary>The class of writers with whom a push waits in line.</summary>
    public string? Queue { get; init; }

    /// <summary>Rules with a name, behind <see cref="Rules"/>.</summary>
    public PushPreset? Preset { get; init; }

    /// <summary>How conflicts are resolved: the first rule with a path that matches.</summary>
    public IReadOnlyList<PushRule> Rules { get; init; } = [];
}
