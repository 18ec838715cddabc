using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Stored;

/// <summary>What stores keep beside a run's body, so that an index finds it; nothing that the body doesn't say.</summary>
internal static class RunIndex
{
    /// <summary>When nothing that the run did matters any more: its end, and the longest of its windows after that.</summary>
    public static Instant? FreeAt(Run run) =>
        run.EndedAt is { } ended ? ended + run.Ask.Needs.Select(Longest).DefaultIfEmpty().Max() : null;

    /// <summary>How long a success took.</summary>
    public static TimeSpan? Took(Run run) =>
        run is { Conclusion: Conclusion.Success, StartedAt: { } started, EndedAt: { } ended } ? ended - started : null;

    /// <summary>The place of a run that waits inside another.</summary>
    public static Place? NestedPlace(Run run) =>
        run is { State: RunState.Waiting, Parent: not null } ? run.Place : null;

    private static TimeSpan Longest(Need need)
    {
        TimeSpan[] spans =
        [
            need.Linger.Success,
            need.Linger.Failure,
            need.Linger.LockDelay ?? default,
            need.Linger.SinceGrant,
        ];
        return spans.Max();
    }
}
