using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Cleaning;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>What stands in the scope.</summary>
public sealed record ScopeFacts
{
    /// <summary>How many live runs there are.</summary>
    public int Live { get; init; }

    /// <summary>Live runs and the newest ended ones: what was asked for lately.</summary>
    public IReadOnlyList<Run> Lately { get; init; } = [];

    /// <summary>The resources in use, paused or recorded.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>What the dead left.</summary>
    public Leftovers Leftovers { get; init; } = Leftovers.None;

    /// <summary>Why the files that the dead may have left could not be looked at; null where they could.</summary>
    public string? LeftoversUnseen { get; init; }

    /// <summary>Live runs of a boot that is over: nobody can look at their owners, and they don't live.</summary>
    public IReadOnlyList<Run> OfOtherBoot { get; init; } = [];

    /// <summary>The clocks as the last writer read them; null where nothing has happened yet.</summary>
    public ClockReading? LastClock { get; init; }

    /// <summary>How many entries the audit has.</summary>
    public long Entries { get; init; }

    /// <summary>What came of verifying the audit; null where it has too many entries for a look in passing.</summary>
    public AuditVerdict? Audit { get; init; }
}
