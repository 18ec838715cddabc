using Baton.Engine;
using Baton.Engine.Runs;
using Baton.Engine.Views;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored;

namespace Baton.Runtime.Stores.Git;

/// <summary>What pruning sees of a scope that is written as a whole.</summary>
/// <param name="rows">The rows.</param>
/// <param name="top">Since when there is an audit.</param>
/// <param name="entries">All entries of the audit; to bring them takes long, so they are asked for only when some are too old.</param>
internal sealed class PrunableState(MemoryScope rows, StateTop top, Func<IReadOnlyList<AuditEntry>> entries) : IPrunable
{
    private readonly HashSet<RunId> _dropped = [];
    private IReadOnlyList<AuditEntry> _all = [];

    /// <summary>The runs that are forgotten.</summary>
    public IReadOnlySet<RunId> Dropped => _dropped;

    /// <summary>The entries that are left, if any are dropped.</summary>
    public IReadOnlyList<AuditEntry>? Kept { get; private set; }

    /// <inheritdoc/>
    public IScopeView View => rows;

    /// <inheritdoc/>
    public long Ended() => rows.Runs.Count(run => !run.IsLive);

    /// <inheritdoc/>
    public IReadOnlyList<(Run Run, Instant Free)> FreeBefore(Instant due, int limit) =>
        [
            .. rows
                .Runs.Where(run => RunIndex.FreeAt(run) < due)
                .Select(run => (run, RunIndex.FreeAt(run)!.Value))
                .OrderBy(pair => pair.Value)
                .Take(limit),
        ];

    /// <inheritdoc/>
    public void Drop(RunId run) => _dropped.Add(run);

    /// <inheritdoc/>
    public AuditHead? LastBefore(Instant cutoff, int limit)
    {
        // All of it would be brought, for a little: a tenth of the time that is kept has to have gathered.
        if (top.Since >= cutoff.Ticks)
            return null;
        _all = entries();
        return _all.Take(limit).TakeWhile(entry => AuditEnd.SubjectOf(entry.Fact).At < cutoff).LastOrDefault()?.Head;
    }

    /// <inheritdoc/>
    public void DropEntries(long last) => Kept = [.. _all.Where(entry => entry.Number > last)];
}
