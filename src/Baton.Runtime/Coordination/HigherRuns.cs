using Baton.Engine.Commands;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores;

namespace Baton.Runtime.Coordination;

/// <summary>
/// Waits until nobody of a higher priority holds or waits for what a request would ask, and asks for nothing itself: a look
/// that is over when it is told. Who has to be sure asks for the group.
/// </summary>
/// <param name="store">The scope.</param>
/// <param name="here">This process's surroundings.</param>
/// <param name="ask">What would be asked.</param>
public sealed class HigherRuns(IScopeStore store, Surroundings here, Ask ask)
{
    /// <summary>Told when it is others than before who are waited for.</summary>
    public Action<IReadOnlyList<Run>> OnChange { get; init; } = _ => { };

    /// <summary>Waits; gives those who are still there when the time is over.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async ValueTask<IReadOnlyList<Run>> WaitAsync(CancellationToken cancellation)
    {
        var lookout = new Lookout(store, here, null);
        var (started, told) = (here.Clock.GetTimestamp(), "");
        while (true)
        {
            var higher = await ReadAsync(cancellation).ConfigureAwait(false);
            // Of the dead nobody else may be looking after.
            if (higher.Count > 0 && await lookout.LookAsync(higher, cancellation).ConfigureAwait(false))
                continue;
            var left = ask.MaxWait is { } most ? most - here.Clock.GetElapsedTime(started) : TimeSpan.MaxValue;
            if (higher.Count == 0 || left <= TimeSpan.Zero)
                return higher;
            if (string.Join(' ', higher.Select(run => run.Id)) is var names && names != told)
                OnChange(higher);
            told = string.Join(' ', higher.Select(run => run.Id));
            await here.Machine.WaitAsync([], left < store.Pace.Look ? left : store.Pace.Look).ConfigureAwait(false);
        }
    }

    private ValueTask<IReadOnlyList<Run>> ReadAsync(CancellationToken cancellation) =>
        store.ReadAsync((view, _) => Higher(view), cancellation);

    private IReadOnlyList<Run> Higher(IScopeView view) =>
        [
            .. Picture
                .InTheWayOf(view, ask)
                .Concat(ask.Needs.SelectMany(need => view.Line(need.Resource)))
                .DistinctBy(run => run.Id)
                .Where(run => run.Priority > ask.Priority && run.Id != ask.Parent),
        ];
}
