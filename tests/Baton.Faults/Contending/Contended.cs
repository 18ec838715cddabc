using System.Globalization;
using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>
/// Many ask at once over one store, and are killed, stopped past their leases and asked again while its server is struck.
/// What the commands saw, what everybody was answered and what the audit says is written down as a history, and that is
/// looked through afterwards.
/// </summary>
/// <param name="make">Makes the store.</param>
/// <param name="seed">The seed of the first contest.</param>
public sealed class Contended(Func<Arena> make, int seed) : Fault
{
    private readonly Arena _named = make();

    /// <inheritdoc/>
    public override string Name => $"contest over {_named.Name}: killed, stopped, asked again, {_named.Blow}";

    /// <inheritdoc/>
    public override string? Missing => _named.Missing;

    // As many as there is time for; where nobody says how much, a few.
    private const int Most = 100_000,
        Few = 3;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        var arena = make();
        await using var open = arena.ConfigureAwait(false);
        foreach (var place in ledger.Places(ledger.IsTimed ? Most : Few))
        {
            using var stage = new Stage();
            var contest = new Contest(stage, arena, seed + place);
            var history = await contest.PlayAsync();
            var broken = new HistoryCheck(history, Contest.Lease).Broken();
            ledger.Sees($"{history.Count(one => one.What == Happened.In)} commands began");
            if (broken.Count == 0)
                continue;
            var kept = Path.Combine(
                Path.GetTempPath(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"baton-history-{arena.Name.Replace(", ", "-", StringComparison.Ordinal)}-{seed + place}.jsonl"
                )
            );
            await File.WriteAllLinesAsync(kept, history.Select(one => one.Line));
            foreach (var one in broken)
                ledger.Violates($"seed {seed + place}: {one} (history: {kept})");
        }
    }
}
