using Baton.Engine.Resources;
using Baton.Engine.Runs;

namespace Baton.Runtime.Stores.Stored;

/// <summary>Which lines a changed run leaves, at the place that it had, and which it joins, at the one that it has.</summary>
/// <param name="Left">Needs whose lines it leaves.</param>
/// <param name="Joined">Needs whose lines it joins.</param>
internal readonly record struct LineMoves(IReadOnlyList<Need> Left, IReadOnlyList<Need> Joined)
{
    /// <summary>The moves of a run that stood as <paramref name="before"/>; none if it stays where it is.</summary>
    public static LineMoves Of(Run run, Run? before)
    {
        var waits = run.State == RunState.Waiting;
        var waited = before is { State: RunState.Waiting };
        if (waits && waited && before!.Place == run.Place && before.Needs.SequenceEqual(run.Needs))
            return new([], []);
        return new(waited ? [.. before!.Needs] : [], waits ? [.. run.Needs] : []);
    }
}
