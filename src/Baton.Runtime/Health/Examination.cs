using Baton.Runtime.Asking;
using Baton.Runtime.Configuration;
using Baton.Runtime.Kernel;

namespace Baton.Runtime.Health;

/// <summary>All that was seen, for the checks to judge.</summary>
public sealed record Examination
{
    /// <summary>What the settings' file says.</summary>
    public required ConfigurationReading Settings { get; init; }

    /// <summary>Which mode the environment says; null where it says none.</summary>
    public Mode? ModeOfVariable { get; init; }

    /// <summary>Which scope of which store is meant; null where that can't be told.</summary>
    public Site? Site { get; init; }

    /// <summary>Why that can't be told: what was found, then what to do.</summary>
    public IReadOnlyList<string> SiteFaults { get; init; } = [];

    /// <summary>The store's files; null without a site, and where the store is on another machine.</summary>
    public StoreFacts? Store { get; init; }

    /// <summary>The store on another machine, if it is there.</summary>
    public RemoteFacts? Remote { get; init; }

    /// <summary>Workflows that start whenever the store moves its refs; null where those are no branches of this repository.</summary>
    public IReadOnlyList<string>? StartedByRefs { get; init; }

    /// <summary>What stands in the scope; null where there is no store yet, or it can't be read.</summary>
    public ScopeFacts? Scope { get; init; }

    /// <summary>What the kernel offers.</summary>
    public required KernelAbilities Kernel { get; init; }

    /// <summary>The wall clock.</summary>
    public required DateTimeOffset Now { get; init; }
}
