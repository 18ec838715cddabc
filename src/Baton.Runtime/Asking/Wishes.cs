using Baton.Runtime.Configuration;

namespace Baton.Runtime.Asking;

/// <summary>What a user asks for by flags and environment; null and empty where nothing is said.</summary>
public sealed record Wishes
{
    /// <summary>Groups; their names are templates.</summary>
    public IReadOnlyList<GroupWish> Groups { get; init; } = [];

    /// <summary>Keys; their names are templates.</summary>
    public IReadOnlyList<KeyWish> Keys { get; init; } = [];

    /// <summary>What stands before the names of the keys, for those whose claims are kept apart.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>Whether a person asks again, so that no window of a key turns the request away.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>Why it was not meant, if a filter said so; it then needs nothing, and its names are not filled in.</summary>
    public string? Filtered { get; init; }

    /// <summary>What is said for every group.</summary>
    public GroupSettings Group { get; init; } = new();

    /// <summary>What is said for every key.</summary>
    public KeySettings Key { get; init; } = new();

    /// <summary>The item of a batch, for names that have <c>{item}</c>; none outside of batches.</summary>
    public string? Item { get; init; }

    /// <summary>0 to 100.</summary>
    public int? Priority { get; init; }

    /// <summary>How long to wait.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>How long the lease is trusted unrenewed.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>Whether decisions bind.</summary>
    public Mode? Mode { get; init; }

    /// <summary>What happens when the store can't be reached.</summary>
    public OnUnavailable? OnUnavailable { get; init; }

    /// <summary>What happens where the store may only be read.</summary>
    public ReadOnlyStore? ReadOnly { get; init; }

    /// <summary>The workflow, where the CI service's word for it isn't meant.</summary>
    public string? Workflow { get; init; }

    /// <summary>The file with the event's payload, where the CI service's isn't meant.</summary>
    public string? EventFile { get; init; }
}
