namespace Baton.Engine.Runs;

/// <summary>Where a run comes from, as the CI service tells it. Every field is hostile text, or none.</summary>
public sealed record Origin
{
    /// <summary>An origin that says nothing.</summary>
    public static readonly Origin None = new();

    /// <summary>The workflow's name.</summary>
    public string? Workflow { get; init; }

    /// <summary>The event's name.</summary>
    public string? Event { get; init; }

    /// <summary>The git ref.</summary>
    public string? Ref { get; init; }

    /// <summary>The commit.</summary>
    public string? Sha { get; init; }

    /// <summary>Who caused it.</summary>
    public string? Actor { get; init; }

    /// <summary>The CI service's own id; matrix jobs share it.</summary>
    public string? ExternalRunId { get; init; }

    /// <summary>The CI service's run number in its workflow; a re-run keeps it.</summary>
    public long? Number { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>Where a person can look at it.</summary>
    public string? Url { get; init; }
}
