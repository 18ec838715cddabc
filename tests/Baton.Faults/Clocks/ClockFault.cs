using System.Globalization;
using Baton.Faults.Killing;
using Baton.Faults.Machines;

namespace Baton.Faults.Clocks;

/// <summary>The wall clock is set while something goes on: nothing comes of it but other times in the audit.</summary>
/// <param name="name">What goes on.</param>
/// <param name="play">Plays it with a step.</param>
internal sealed class ClockFault(string name, Func<Stage, Action, Ledger, Task> play) : Fault
{
    private static readonly int[] s_hours = [5, -5, 24 * 400, -24 * 400];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new ClockFault("while holding", ClockStories.WhileHolding),
        new ClockFault("while waiting", ClockStories.WhileWaiting),
        new ClockFault("while a key lingers", ClockStories.WhileLingering),
        new ClockFault("while a window ends", ClockStories.WhileEnding),
        new ClockFault("while a keeper keeps", ClockStories.WhileKeeping),
    ];

    /// <inheritdoc/>
    public override string Name => $"wall clock stepped by 5 hours and 400 days, both ways: {name}";

    /// <inheritdoc/>
    public override string? Missing => SteppedClock.Missing;

    /// <inheritdoc/>
    public override async Task TryAsync(Ledger ledger)
    {
        foreach (var place in ledger.Places(s_hours.Length))
        {
            using var stage = new Stage();
            var clock = new SteppedClock(stage);
            var before = await YearAndHourAsync(stage);
            await play(stage, () => clock.Step(TimeSpan.FromHours(s_hours[place])), ledger);
            var after = await YearAndHourAsync(stage);
            ledger.Expect(Math.Abs((after - before).TotalHours) > 4, "the clock was not stepped: this shows nothing");
            var when = string.Create(CultureInfo.InvariantCulture, $"{name}, {s_hours[place]} h");
            await new Aftermath(stage, ledger, when).CheckAsync();
            ledger.Sees("nothing came of it");
        }
    }

    /// <summary>What time the program thinks it is: the time of its newest entry in the audit.</summary>
    private static async Task<DateTimeOffset> YearAndHourAsync(Stage stage)
    {
        await stage.Machine.Run("run", "--group", "clock", "--", "true");
        var newest = await stage.AskAsync("audit", "list", "--limit", "1");
        return newest!.Value.GetProperty("time").GetDateTimeOffset();
    }
}
