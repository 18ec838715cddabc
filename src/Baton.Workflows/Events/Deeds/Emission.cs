namespace Baton.Workflows.Events.Deeds;

/// <summary>An event that a deed emits.</summary>
/// <param name="Event">The event.</param>
/// <param name="Activity">The activity; null where the event has none.</param>
public sealed record Emission(string Event, string? Activity = null)
{
    /// <summary>How often it comes.</summary>
    public HowOften Times { get; init; } = HowOften.Once;

    /// <summary>With more than this at once none comes at all; null: there is no such bound.</summary>
    public int? AtMost { get; init; }

    /// <summary>In which case alone it comes, as half a sentence; null: always.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>What its payload is known to say, by the way from <c>github.event</c>, in words.</summary>
    public IReadOnlyDictionary<string, string> Payload { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How well it is known.</summary>
    public Certainty Certainty { get; init; } = Certainty.Documented;
}
