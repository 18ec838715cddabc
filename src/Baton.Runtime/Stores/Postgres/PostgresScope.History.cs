using Baton.Engine;
using Baton.Engine.Resources;
using Baton.Engine.Runs;
using Baton.Runtime.Audit;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <content>What people ask about a scope: read in a snapshot.</content>
public sealed partial class PostgresScope
{
    private const int MostFound = 100,
        MostDurations = 50,
        MostLookedAt = 500;

    private const string EntryColumns = "SELECT number, previous, body, hash FROM baton.records WHERE scope = $1 AND ";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> LiveRunsAsync(CancellationToken cancellation) =>
        HistoryAsync(Live, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> EndedRunsAsync(int limit, CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<Run>>(
            image =>
                Runs(
                    image,
                    "SELECT id, body FROM baton.runs WHERE scope = $1 AND ended IS NOT NULL ORDER BY ended DESC, id DESC LIMIT $2",
                    Exchange.Value(limit)
                ),
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Run>> FindRunsAsync(string text, CancellationToken cancellation)
    {
        // Every id that begins with the text sorts from it up to it with the highest letter behind it.
        var prefix = Rows.Column(text.ToUpperInvariant())!;
        return HistoryAsync<IReadOnlyList<Run>>(
            image =>
                Runs(
                    image,
                    """
                    SELECT id, body FROM baton.runs WHERE scope = $1
                      AND ((id >= $2 AND id < $3) OR url = $4 OR external = $4)
                    ORDER BY arrival DESC LIMIT $5
                    """,
                    Exchange.Value(prefix),
                    Exchange.Value(prefix + "\uffff"),
                    Exchange.Value(Rows.Column(text)!),
                    Exchange.Value(MostFound)
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
        var runs = await HistoryAsync<IReadOnlyList<Run>>(
                image =>
                    Runs(
                        image,
                        """
                        SELECT id, body FROM baton.runs WHERE scope = $1 AND workflow IS NOT DISTINCT FROM $2
                          AND took IS NOT NULL ORDER BY ended DESC LIMIT $3
                        """,
                        Exchange.Value(Rows.Column(workflow)!),
                        Exchange.Value(MostLookedAt)
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
        HistoryAsync<IReadOnlyList<AuditEntry>>(
            image =>
                Entries(image, "number >= $2 ORDER BY number LIMIT $3", Exchange.Value(from), Exchange.Value(limit)),
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditEntry>> RecordsOfAsync(RunId run, CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<AuditEntry>>(
            image => Entries(image, "run = $2 ORDER BY number", Exchange.Value(Rows.Column(run.Value)!)),
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<AuditHead> HeadAsync(CancellationToken cancellation) =>
        HistoryAsync(image => image.Row.Body.Head, cancellation);

    /// <inheritdoc/>
    public ValueTask<AuditVerdict> VerifyAsync(AuditHead? known, CancellationToken cancellation) =>
        HistoryAsync(
            image =>
            {
                var body = image.Row.Body;
                return AuditVerifier.Verify(new(Scope, body.Head, body.Anchor, EntriesOf(image)), known);
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(CancellationToken cancellation) =>
        HistoryAsync(Resources, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ScopesAsync(CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<string>>(
            _ =>
            {
                var names = new List<string>();
                Send(
                    "SELECT body FROM baton.scopes WHERE version > 0",
                    row => names.Add(Rows.Body(row, 0, ScopeBody.Read).Name)
                );
                names.Sort(StringComparer.Ordinal);
                return names;
            },
            cancellation
        );

    private ValueTask<T> HistoryAsync<T>(Func<ScopeImage, T> read, CancellationToken cancellation) =>
        UseAsync((_, token) => InSnapshotAsync(read, token), cancellation);

    private IReadOnlyList<Run> Live(ScopeImage image) =>
        Runs(image, "SELECT id, body FROM baton.runs WHERE scope = $1 AND live ORDER BY arrival");

    private IReadOnlyList<Resource> Resources(ScopeImage image)
    {
        var resources = new List<Resource>();
        Send(
            "SELECT body FROM baton.resources WHERE scope = $1",
            row => resources.Add(Rows.Body(row, 0, ResourceBody.Read)),
            Exchange.Value(image.Row.Id)
        );
        return [.. resources.OrderBy(one => one.Name)];
    }

    private List<Run> Runs(ScopeImage image, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var runs = new List<Run>();
        Send(sql, row => runs.Add(image.RunAt(row, 0)), [Exchange.Value(image.Row.Id), .. parameters]);
        return runs;
    }

    /// <summary>All entries, a page at a time: an audit may be larger than the memory.</summary>
    private IEnumerable<AuditEntry> EntriesOf(ScopeImage image)
    {
        const int page = 2000;
        var next = long.MinValue;
        while (true)
        {
            var entries = Entries(
                image,
                "number >= $2 ORDER BY number LIMIT $3",
                Exchange.Value(next),
                Exchange.Value(page)
            );
            foreach (var entry in entries)
                yield return entry;
            if (entries.Count < page)
                yield break;
            next = entries[^1].Number + 1;
        }
    }

    private List<AuditEntry> Entries(ScopeImage image, string which, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var entries = new List<AuditEntry>();
        Send(
            EntryColumns + which,
            row => entries.Add(new(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetString(3))),
            [Exchange.Value(image.Row.Id), .. parameters]
        );
        return entries;
    }

    private void Send(string sql, Action<NpgsqlDataReader>? read, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        new Exchange().Add(sql, read, parameters).Send(_session.Connection, _use);
}
