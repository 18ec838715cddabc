using System.Globalization;
using System.Text.Json;

namespace Baton.Faults;

/// <summary>What <c>./build faults</c> prints: a row for each fault, and below it every broken promise.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">Measures how long a row took.</param>
internal sealed class Table(TextWriter output, TimeProvider time)
{
    private readonly List<Row> _rows = [];

    /// <summary>Tries faults, one after another; the exit code is 1 if a promise was broken.</summary>
    /// <param name="faults">What to try.</param>
    /// <param name="seconds">How long all of it may take; what one row leaves goes to those after it.</param>
    /// <param name="asJson">Whether a program reads it.</param>
    public async Task<int> WriteAsync(IReadOnlyList<Fault> faults, double seconds, bool asJson)
    {
        var began = time.GetTimestamp();
        if (!asJson)
            await output.WriteLineAsync("| fault | tried | violations | seen | seconds |\n|---|---|---|---|---|");
        foreach (var (index, fault) in faults.Index())
        {
            var share = (seconds - time.GetElapsedTime(began).TotalSeconds) / (faults.Count - index);
            var row = await TryAsync(fault, share);
            _rows.Add(row);
            if (!asJson)
                await output.WriteLineAsync(Line(row));
        }
        var broken = _rows.SelectMany(row => row.Violations.Select(what => $"{row.Fault}: {what}")).ToList();
        await output.WriteLineAsync(
            asJson ? JsonSerializer.Serialize(new { rows = _rows }, Shape) : "\n" + Closing(broken)
        );
        return broken.Count > 0 ? 1 : 0;
    }

    private async Task<Row> TryAsync(Fault fault, double share)
    {
        if (fault.Missing is { } why)
            return new(fault.Name, 0, [], new Dictionary<string, int>(), 0, why, false);
        var start = time.GetTimestamp();
        var ledger = new Ledger(
            new Effort(int.MaxValue, () => time.GetElapsedTime(start).TotalSeconds < share)
            {
                IsTimed = share < double.MaxValue / 1e6,
            }
        );
        try
        {
            await fault.TryAsync(ledger);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException or IOException)
        {
            ledger.Violates($"it did not come to an end: {failure.Message}");
        }
        var spent = Math.Round(time.GetElapsedTime(start).TotalSeconds, 1);
        return new(fault.Name, ledger.Tried, ledger.Violations, ledger.Seen, spent, null, ledger.IsCutOff);
    }

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    private string Closing(List<string> broken) =>
        $"{_rows.Count} rows, {_rows.Sum(row => row.Tried)} tries, {broken.Count} violations"
        + string.Concat(broken.Select(line => "\n\n" + line));

    private static string Line(Row row)
    {
        var seen = string.Join("; ", row.Seen.Select(one => $"{one.Key}: {one.Value}"));
        var words =
            row.Skipped is { } why ? why
            : row.CutOff ? seen + " (cut off by --seconds)"
            : seen;
        var tried = row.Skipped is null ? row.Tried.ToString(CultureInfo.InvariantCulture) : "not tried";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Fault} | {tried} | {row.Violations.Count} | {words} | {row.Seconds:F0} |"
        );
    }

    private sealed record Row(
        string Fault,
        int Tried,
        IReadOnlyList<string> Violations,
        IReadOnlyDictionary<string, int> Seen,
        double Seconds,
        string? Skipped,
        bool CutOff
    );
}
