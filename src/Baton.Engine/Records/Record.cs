using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Records;

/// <summary>One audit record: one change of state. The edge numbers it, hashes it and puts it into words.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, in scope time.</param>
/// <param name="Run">The run that it happened to.</param>
/// <param name="Resource">The resource that it happened to or was about.</param>
/// <param name="Reason">Why.</param>
public sealed record Record(RecordKind Kind, Instant At, RunId? Run, ResourceName? Resource, Reason? Reason)
{
    /// <summary>The run's token after the change.</summary>
    public long Token { get; init; }

    /// <summary>How the run ended.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>Where the run came from; told once, with its first record.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What really became of an observed run.</summary>
    public Observation? Observation { get; init; }
}
