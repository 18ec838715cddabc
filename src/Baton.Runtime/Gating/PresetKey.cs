namespace Baton.Runtime.Gating;

/// <summary>A key of a preset.</summary>
/// <param name="Template">Its name.</param>
/// <param name="Window">Its window, where nothing else is said.</param>
public sealed record PresetKey(string Template, TimeSpan Window)
{
    /// <summary>The only events that it is for; none for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The events that it is not for.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>Whether it is for an event.</summary>
    public bool IsFor(string? occasion) =>
        (Only.Count == 0 || (occasion is not null && Only.Contains(occasion)))
        && (occasion is null || !Not.Contains(occasion));
}
