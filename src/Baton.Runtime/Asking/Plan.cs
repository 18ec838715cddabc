using Baton.Engine.Commands;
using Baton.Runtime.Configuration;
using Baton.Runtime.Fencing;

namespace Baton.Runtime.Asking;

/// <summary>A request that is ready to be asked, and what the asker does around it.</summary>
/// <param name="Ask">What the engine is asked.</param>
/// <param name="Site">Of which scope and store.</param>
public sealed record Plan(Ask Ask, Site Site)
{
    /// <summary>What a run without settings has for its end once it is told to stop.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(30);

    /// <summary>How long a run without settings waits.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(30);

    /// <summary>How long a lease is trusted unrenewed without settings.</summary>
    public static readonly TimeSpan DefaultLease = TimeSpan.FromSeconds(60);

    /// <summary>What the run has for its end once it is told to stop; of several groups the longest.</summary>
    public TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>The fences of its groups.</summary>
    public IReadOnlyList<FenceWish> Fences { get; init; } = [];

    /// <summary>Whether the decision binds.</summary>
    public Mode Mode { get; init; }

    /// <summary>What happens when the store can't be reached.</summary>
    public OnUnavailable OnUnavailable { get; init; }

    /// <summary>What happens where the store may only be read.</summary>
    public ReadOnlyStore ReadOnly { get; init; }
}
