using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Engine.Holds;

/// <summary>Units of a resource held by a run; at most one hold for a resource and a run.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Run">The run that took it.</param>
/// <param name="Units">Units taken.</param>
/// <param name="Token">The token that it was taken with.</param>
/// <param name="Linger">How long it stays after the run.</param>
public sealed record Hold(ResourceName Resource, RunId Run, int Units, long Token, Lingering Linger)
{
    /// <summary>When a lingering hold goes; none while it lives with its run.</summary>
    public Instant? Until { get; init; }

    /// <summary>When it goes once somebody attests that the lost run's processes are gone; none where that changes nothing.</summary>
    public Instant? UntilIfGone { get; init; }

    /// <summary>The conclusion after which it lingers; none for a rate, which lingers from the grant.</summary>
    public Conclusion? After { get; init; }

    /// <summary>Whether it has outlived its run, or never followed it.</summary>
    public bool IsLingering => Until is not null;
}
