using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Cli.Commands.Operating;

/// <summary>What came of an operator's command, or would come of it.</summary>
/// <param name="Decision">The answer.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Now">Scope time.</param>
internal sealed record Deed(Decision Decision, IReadOnlyList<Change> Changes, Instant Now)
{
    /// <summary>The runs whose state changed, each with the state before.</summary>
    public IEnumerable<(Run Run, RunState Before)> Moved =>
        Changes
            .OfType<Change.PutRun>()
            .Where(put => put.Before is { } before && before.State != put.Run.State)
            .Select(put => (put.Run, put.Before!.State));
}
