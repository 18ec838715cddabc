using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;

namespace Baton.Runtime.Stores.Sqlite;

/// <content>What people ask about a scope.</content>
public sealed partial class SqliteScope
{
    private const int MostFound = 100,
        MostDurations = 50,
        MostLookedAt = 500;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> LiveRunsAsync(CancellationToken cancellation) =>
        HistoryAsync(Live, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> EndedRunsAsync(int limit, CancellationToken cancellation) =>
        HistoryAsync(
            view =>
                view.Runs(
                    "SELECT body, sum FROM runs WHERE scope = ? AND ended IS NOT NULL ORDER BY ended DESC, id DESC LIMIT ?",
                    limit
                ),
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> FindRunsAsync(string text, CancellationToken cancellation)
    {
        // Every id that begins with the text sorts from it up to it with the highest letter behind it.
        var prefix = text.ToUpperInvariant();
        return HistoryAsync(
            view =>
                view.Runs(
                    """
                    SELECT body, sum FROM runs WHERE scope = ?1
                      AND ((id >= ?2 AND id < ?3) OR url = ?4 OR external = ?4)
                    ORDER BY row DESC LIMIT ?5
                    """,
                    MostFound,
                    prefix,
                    prefix + "\uffff",
                    text
                ),
            cancellation
        );
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TimeSpan>> DurationsAsync(
        string? workflow,
        ResourceName resource,
        CancellationToken cancellation
    )
    {
        var runs = await HistoryAsync(
                view =>
                    view.Runs(
                        """
                        SELECT body, sum FROM runs WHERE scope = ? AND workflow IS ? AND took IS NOT NULL
                        ORDER BY ended DESC LIMIT ?
                        """,
                        MostLookedAt,
                        workflow
                    ),
                cancellation
            )
            .ConfigureAwait(false);
        return runs.Where(run => run.Ask.Needs.Any(need => need.Resource == resource))
            .Take(MostDurations)
            .Select(run => run.EndedAt!.Value - run.StartedAt!.Value)
            .ToArray();
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> RecordsAsync(long from, int limit, CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<AuditEntry>>(view => Entries(view, from).Take(limit).ToArray(), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> RecordsOfAsync(RunId run, CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<AuditEntry>>(view => EntriesOf(view, run).ToArray(), cancellation);

    /// <inheritdoc/>
    public ValueTask<AuditHead> HeadAsync(CancellationToken cancellation) =>
        ReadAsync((_, _) => ScopeRow.Read(_database, Scope, _settings.Clock).Body.Head, cancellation);

    /// <inheritdoc/>
    public ValueTask<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation) =>
        ReadAsync(
            (view, _) =>
            {
                var body = ScopeRow.Read(_database, Scope, _settings.Clock).Body;
                var trail = new AuditTrail(Scope, body.Head, body.Anchor, Entries((ScopeView)view, long.MinValue));
                return AuditVerifier.Verify(trail, known);
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<Resource>>(view => [.. view.Resources().OrderBy(one => one.Name)], cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ScopesAsync(CancellationToken cancellation) =>
        ReadAsync((_, _) => ScopeRow.Names(_database), cancellation);

    private ValueTask<T> HistoryAsync<T>(Func<ScopeView, T> read, CancellationToken cancellation) =>
        ReadAsync((view, _) => read((ScopeView)view), cancellation);

    private IReadOnlyList<Run> Live(ScopeView view)
    {
        var live = view.Runs(
            "SELECT body, sum FROM runs WHERE scope = ? AND live IS NOT NULL ORDER BY live LIMIT ?",
            int.MaxValue
        );
        Compare(view, live);
        return live;
    }

    /// <summary>Who holds or waits is live: an index that has lost an entry would hide it without an error.</summary>
    private void Compare(ScopeView view, IReadOnlyList<Run> live)
    {
        var known = live.Select(run => run.Id.Value).ToHashSet(StringComparer.Ordinal);
        using var read = view.Rent(
            "SELECT run FROM holds WHERE scope = ?1 AND until IS NULL UNION SELECT run FROM waits WHERE scope = ?1"
        );
        while (read.Step())
            if (!known.Contains(read.Text(0)))
                throw Fault.Corrupt(
                    _database.Path,
                    $"a run holds or waits and is not among the live ones: {read.Text(0)}"
                );
    }

    private static IEnumerable<AuditEntry> Entries(ScopeView view, long from)
    {
        using var read = view.Rent(
            "SELECT number, previous, body, hash FROM records WHERE scope = ? AND number >= ? ORDER BY number"
        );
        read.Bind(from);
        while (read.Step())
            yield return Entry(read);
    }

    private static IEnumerable<AuditEntry> EntriesOf(ScopeView view, RunId run)
    {
        using var read = view.Rent(
            "SELECT number, previous, body, hash FROM records WHERE scope = ? AND run = ? ORDER BY number"
        );
        read.Bind(run.Value);
        while (read.Step())
            yield return Entry(read);
    }

    private static AuditEntry Entry(Statement row) => new(row.Number(0), row.Text(1), row.Bytes(2), row.Text(3));
}
