using System.Diagnostics;
using Baton.Engine;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Moving;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Git;

/// <content>Remaking.</content>
public sealed partial class GitScope
{
    /// <inheritdoc/>
    public async ValueTask<ScopeStanding> RemakeAsync(
        Func<ScopeStanding, Remaking?> remake,
        CancellationToken cancellation
    )
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ScopeStanding? sent = null;
            var name = NewName();
            for (var tries = 0; tries < Tries; tries++)
            {
                var seen = Look(cancellation);
                if (sent is not null && seen.State?.Top.Pushes.Contains(name) == true)
                    return sent;
                var state = seen.State ?? Nothing();
                var standing = new ScopeStanding(
                    state.Row,
                    Time.Next(state.Row.Clock, state.Top.Zero),
                    [.. state.Rows.Runs.Where(run => run.IsLive)]
                );
                if (remake(standing) is not { } remaking)
                    return standing;
                var folded = remaking.Content is { } content
                    ? Arrived(state.Top.After(name), remaking, content)
                    : Remade(state, remaking, name);
                var (moves, known) = Prepare(seen, folded, cancellation);
                switch (_remote.Push(moves, cancellation))
                {
                    case PushAnswer.Won:
                        _watching.Know(known);
                        return standing;
                    case PushAnswer.Unknown:
                        sent = standing;
                        break;
                    case PushAnswer.Lost or PushAnswer.Locked:
                        break;
                    case var other:
                        throw new UnreachableException(other.GetType().Name);
                }
                await Task.Delay(new TimeSpan(_settings.Pace.Look.Ticks / 2), _settings.Time, cancellation)
                    .ConfigureAwait(false);
            }
            throw GitFault.Unavailable($"{_remote.Shown}: others change the scope all the time; nothing was changed.");
        }
        finally
        {
            _gate.Release();
        }
    }

    private static Folded Remade(StateDocument state, Remaking remaking, string name)
    {
        var rows = state.Rows.Copy();
        rows.Apply(new Outcome([], [new Change.PutScope(remaking.Body.State)], [], null));
        return new(new(state.Top.After(name), remaking.Body, rows), [remaking.Entry]);
    }

    /// <summary>What came from another store; of what is over only as much as this one keeps, since all is written with each change.</summary>
    private Folded Arrived(StateTop top, Remaking remaking, ScopeImage content)
    {
        var rows = new MemoryScope();
        rows.Apply(new Outcome([], [.. content.Changes, new Change.PutScope(remaking.Body.State)], [], null));
        AuditEntry[] entries = [.. content.Entries, remaking.Entry];
        var since = AuditEnd.SubjectOf(entries[0].Fact).At.Ticks;
        var time = remaking.Body.Clock.Time;
        top = top with { Zero = remaking.Body.Clock.WallTicks - time.Ticks, Since = since };
        var prunable = new PrunableState(rows, top, () => entries);
        var anchor = new Pruning(prunable, time).Prune(_settings.Retention);
        if (anchor is null)
            return new(new(top, remaking.Body, rows), [remaking.Entry])
            {
                Kept = content.Entries,
                Dropped = prunable.Dropped,
            };
        var pruned = new AuditEnd(Scope, remaking.Body.Head, remaking.Body.Clock).Follow(new AuditFact.Pruned(anchor));
        IReadOnlyList<AuditEntry> kept = prunable.Kept ?? entries;
        var body = remaking.Body with { Head = pruned.Head, Anchor = anchor };
        top = top with { Since = kept.Count > 0 ? AuditEnd.SubjectOf(kept[0].Fact).At.Ticks : time.Ticks };
        return new(new(top, body, rows), [pruned]) { Kept = kept, Dropped = prunable.Dropped };
    }
}
