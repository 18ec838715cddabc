using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Git;

/// <content>Purging.</content>
public sealed partial class GitScope
{
    private const int Tries = 20;

    /// <inheritdoc/>
    public ValueTask<ScopeContents> ContentsAsync(CancellationToken cancellation) =>
        LookedAtAsync(Contents, cancellation);

    /// <inheritdoc/>
    public async ValueTask<PurgeAnswer> PurgeAsync(PurgeOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            PurgeAnswer.Purged? sent = null;
            var name = NewName();
            for (var tries = 0; tries < Tries; tries++)
            {
                var seen = Look(cancellation);
                if (seen.State is null)
                    return sent ?? new PurgeAnswer.Purged(ScopeContents.Nothing);
                if (sent is not null && seen.State.Top.Pushes.Contains(name))
                    return sent;
                List<Run> inTheWay =
                [
                    .. seen.State.Rows.Runs.Where(run => run.IsLive),
                    .. order.MayLive(seen.State.Rows),
                ];
                if (inTheWay.Count > 0)
                    return new PurgeAnswer.Refused(inTheWay);
                var purged = new PurgeAnswer.Purged(Contents(seen));
                switch (Empty(seen, order, name, cancellation))
                {
                    case PushAnswer.Won:
                        return purged;
                    case PushAnswer.Unknown:
                        sent = purged;
                        break;
                    case PushAnswer.Lost or PushAnswer.Locked:
                        break;
                    case var other:
                        throw new UnreachableException(other.GetType().Name);
                }
            }
            throw GitFault.Unavailable($"{_remote.Shown}: others change the scope all the time; nothing was purged.");
        }
        finally
        {
            _gate.Release();
        }
    }

    private PushAnswer Empty(Snapshot seen, PurgeOrder order, string name, CancellationToken cancellation)
    {
        var state = seen.State!;
        var emptied = Emptied.Of(state.Row, order, Time.Next(state.Row.Clock, state.Top.Zero));
        var rows = new MemoryScope();
        rows.Apply(new Outcome([], [new Change.PutScope(emptied.Body.State)], [], null));
        var top = state.Top.After(name) with { Since = emptied.Body.State.Time.Ticks };
        var folded = new Folded(new(top, emptied.Body, rows), [emptied.Entry]) { Kept = [] };
        var (moves, known) = Prepare(seen with { Tickets = [] }, folded, cancellation);
        var answer = _remote.Push(moves, cancellation);
        if (answer is PushAnswer.Won)
            _watching.Know(known);
        return answer;
    }

    private static ScopeContents Contents(Snapshot seen) =>
        seen.State is not { } state
            ? ScopeContents.Nothing
            : new(
                state.Rows.Runs.Count(run => run.IsLive),
                state.Rows.Runs.Count(run => !run.IsLive),
                state.Rows.AllHolds.Count(hold => hold.IsLingering),
                state.Rows.Resources.Count(one => one.Recorded),
                state.Rows.Resources.Count(one => one.Paused),
                Count(seen),
                state.Row.State.LastToken
            );
}
