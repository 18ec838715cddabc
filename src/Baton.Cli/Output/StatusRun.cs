using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Runtime.Estimates;

namespace Baton.Cli.Output;

/// <summary>A live run, with all that is to be told of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Place">Its place in line, if it waits; 1 is next.</param>
/// <param name="Ahead">The runs ahead of it.</param>
/// <param name="Why">Why it stands where it stands, as a sentence.</param>
/// <param name="Brief">The same where there is little room: runs by their title alone.</param>
public sealed record StatusRun(Run Run, int? Place, IReadOnlyList<RunId> Ahead, string? Why, string? Brief)
{
    /// <summary>How many of those that are ahead of it, or hold what it waits for, asked after it. With one it counts as passed over.</summary>
    public int PassedBy { get; init; }

    /// <summary>Until when newcomers of the highest priority could still pass it.</summary>
    public Instant PassableUntil { get; init; }

    /// <summary>How long it will still wait, or run.</summary>
    public Spread? Estimate { get; init; }
}
