namespace Baton.Runtime.Stores.Sqlite;

/// <content>What the file says of its own health.</content>
public sealed partial class SqliteScope : IScopeHealth
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<string>>((_, _) => QuickCheck(), cancellation);

    /// <inheritdoc/>
    public ValueTask<ClockReading?> LastClockAsync(CancellationToken cancellation) =>
        ReadAsync(
            (_, _) =>
                ScopeRow.Read(_database, Scope, _settings.Clock) is { Id: not ScopeRow.None } row
                    ? row.Body.Clock
                    : null,
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<long> EntriesAsync(CancellationToken cancellation) =>
        HistoryAsync(
            view =>
            {
                using var count = view.Rent("SELECT count(*) FROM records WHERE scope = ?");
                return count.Step() ? count.Number(0) : 0;
            },
            cancellation
        );

    // https://www.sqlite.org/pragma.html#pragma_quick_check: one row that says ok, or one for each fault.
    private List<string> QuickCheck()
    {
        var found = new List<string>();
        using var check = _database.Rent("PRAGMA quick_check(5)");
        while (check.Step())
            if (check.Text(0) is var line && line != "ok")
                found.Add(line);
        return found;
    }
}
