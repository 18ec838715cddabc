using Baton.Runtime.Estimates;
using static System.Globalization.CultureInfo;

namespace Baton.Runtime.Wording;

/// <summary>An estimate in words.</summary>
public static class SpreadWords
{
    /// <summary>Tells a spread: `about 4 min (2 min to 9 min, from 12 past runs)`.</summary>
    public static string Of(Spread spread) =>
        spread.Low == spread.High || spread.From < 4
            ? $"about {Spans.Of(spread.Median)} (from {Runs(spread.From)})"
            : $"about {Spans.Of(spread.Median)} ({Spans.Of(spread.Low)} to {Spans.Of(spread.High)}, from {Runs(spread.From)})";

    private static string Runs(int count) =>
        string.Create(InvariantCulture, $"{count} past run{(count == 1 ? "" : "s")}");
}
