using System.Collections.Concurrent;
using Baton.Engine;
using Baton.Engine.Runs;

namespace Baton.Proof.Conforming;

/// <summary>
/// Wakes the contenders of a round. Nobody looks by himself: a grant that nobody's commit tells of leaves its run waiting
/// until <see cref="Patience"/> is over, and the round says so (promise 5).
/// </summary>
internal sealed class Wakes
{
    /// <summary>How long a contender may wait; far more than a sound store needs under any load.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<RunId, TaskCompletionSource> _waiting = [];

    /// <summary>Wakes whom changes concern.</summary>
    public void Ring(IReadOnlyList<Change> changes)
    {
        foreach (var put in changes.OfType<Change.PutRun>())
            if (put.Run.State != RunState.Waiting)
                Of(put.Run.Id).TrySetResult();
    }

    /// <summary>Wakes who is granted or over: what the safety poll does for those whose wake-up was lost with an answer.</summary>
    public void Ring(IEnumerable<Run> runs)
    {
        foreach (var run in runs.Where(run => run.State != RunState.Waiting))
            Of(run.Id).TrySetResult();
    }

    /// <summary>When a run was granted or is over.</summary>
    public Task OfAsync(RunId run, CancellationToken cancellation) => Of(run).Task.WaitAsync(Patience, cancellation);

    private TaskCompletionSource Of(RunId run) =>
        _waiting.GetOrAdd(run, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
