namespace Baton.Runtime.Stores.Postgres;

/// <content>What the server says of its own health.</content>
public sealed partial class PostgresScope
{
    // Each of these lets an answered commit be lost with a power cut.
    private static readonly (string Setting, string Wanted)[] Needed = [("fsync", "on"), ("full_page_writes", "on")];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation) =>
        HistoryAsync<IReadOnlyList<string>>(
            _ =>
            {
                var faults = new List<string>();
                foreach (var (setting, wanted) in Needed)
                    Send(
                        "SELECT current_setting($1)",
                        row =>
                        {
                            if (row.GetString(0) is var is_ && is_ != wanted)
                                faults.Add(
                                    $"the server's {setting} is {is_}: what was answered may be lost with a power cut"
                                );
                        },
                        Exchange.Value(setting)
                    );
                return faults;
            },
            cancellation
        );

    /// <inheritdoc/>
    public ValueTask<ClockReading?> LastClockAsync(CancellationToken cancellation) =>
        HistoryAsync(image => image.Row.Version == 0 ? null : image.Row.Body.Clock, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> EntriesAsync(CancellationToken cancellation) =>
        HistoryAsync(image => Count(image, "baton.records WHERE"), cancellation);
}
