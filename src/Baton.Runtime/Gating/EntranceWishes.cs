using Baton.Runtime.Configuration;
using Baton.Runtime.Gating.Checks;
using Baton.Runtime.Gating.Marks;

namespace Baton.Runtime.Gating;

/// <summary>What a gate looks for and puts at the service.</summary>
public sealed record EntranceWishes
{
    /// <summary>What earlier work may have left.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>What makes the decision visible.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>The issue that it is all about; none where nothing is about one.</summary>
    public long? Issue { get; init; }

    /// <summary>What happens where the service can't say what was done before.</summary>
    public OnUnavailable OnUnavailable { get; init; }

    /// <summary>Whether the service is needed at all.</summary>
    public bool IsNone => Checks.Count == 0 && Marks.Count == 0;
}
