using Baton.Engine;
using Baton.Engine.Commands;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// Folds commands into a scope as it was seen: first what others left as tickets, in the order of their names, then one's
/// own. Nothing is written yet: what comes out is one push, or nothing.
/// </summary>
internal sealed class Fold
{
    private readonly StateDocument _before;
    private readonly ClockReading _clock;
    private readonly MemoryScope _rows;
    private readonly List<Change> _changes = [];
    private readonly List<AuditFact> _facts = [];

    /// <summary>Begins with a scope as it was seen.</summary>
    /// <param name="before">The state.</param>
    /// <param name="time">Scope time.</param>
    public Fold(StateDocument before, GitTime time)
    {
        _before = before;
        _clock = time.Next(before.Row.Clock, before.Top.Zero);
        _rows = before.Rows.Copy();
    }

    /// <summary>Scope time.</summary>
    public ClockReading Clock => _clock;

    /// <summary>The rows as they are now.</summary>
    public MemoryScope Rows => _rows;

    /// <summary>Whether nothing has changed.</summary>
    public bool IsNothing => _changes.Count == 0 && _facts.Count == 0;

    /// <summary>Takes along what somebody left; what can't be done is passed over.</summary>
    public void Take(Ticket ticket)
    {
        try
        {
            if (ticket.Commands.Count > 0)
                _ = Apply(ticket.Commands);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or OverflowException)
        {
            // Whoever may push may leave a ticket with anything in it; it is removed with this push.
        }
    }

    /// <summary>Applies commands.</summary>
    public Applied Apply(IReadOnlyList<Command> commands)
    {
        var outcome = Engine.Engine.Apply(_rows, commands, _clock.Time);
        _rows.Apply(outcome);
        _changes.AddRange(outcome.Changes);
        _facts.AddRange(outcome.Records.Select(record => new AuditFact.Happened(record)));
        return new(outcome.Decisions, [.. _changes], _clock.Time, outcome.Due);
    }

    /// <summary>
    /// The answer to commands that somebody may have applied for us already: that they change nothing any more. Time may
    /// change something all the same, so it comes first.
    /// </summary>
    public static Applied? Again(StateDocument now, GitTime time, IReadOnlyList<Command> commands)
    {
        var fold = new Fold(now, time);
        _ = fold.Apply([new Command.Tick()]);
        var (changes, facts) = (fold._changes.Count, fold._facts.Count);
        var applied = fold.Apply(commands);
        return fold._changes.Count == changes && fold._facts.Count == facts ? applied with { Changes = [] } : null;
    }

    /// <summary>What is to be pushed.</summary>
    /// <param name="push">The push's own name.</param>
    /// <param name="retention">What is kept.</param>
    /// <param name="oldest">The oldest entries of the audit; asked only when some may be too old.</param>
    public Folded Finish(string push, Retention retention, Func<IReadOnlyList<AuditEntry>> oldest)
    {
        var end = new AuditEnd(_before.Row.Name, _before.Row.Head, _clock);
        List<AuditEntry> entries = [.. _facts.Select(end.Follow)];
        var prunable = new PrunableState(_rows, _before.Top, oldest);
        var anchor = IsTimeToPrune(retention) ? new Pruning(prunable, _clock.Time).Prune(retention) : null;
        if (anchor is not null)
            entries.Add(end.Follow(new AuditFact.Pruned(anchor)));
        var top = _before.Top.After(push);
        if (_before.Row.Head == AuditHead.None)
            top = top with { Since = _clock.Time.Ticks };
        if (prunable.Kept is { } kept)
            top = top with { Since = kept.Count > 0 ? AuditEnd.SubjectOf(kept[0].Fact).At.Ticks : _clock.Time.Ticks };
        var row = _before.Row with
        {
            State = _rows.State,
            Clock = _clock,
            Head = end.Head,
            Anchor = anchor ?? _before.Row.Anchor,
        };
        return new(new(top, row, _rows), entries) { Kept = prunable.Kept, Dropped = prunable.Dropped };
    }

    private bool IsTimeToPrune(Retention retention) =>
        _before.Row.State.Version / retention.Every != _rows.State.Version / retention.Every;
}
