using Baton.Runtime.Estimates;
using Baton.Runtime.Wording;

namespace Baton.Tests.Runtime.Estimates;

public sealed class SpreadTests
{
    [Theory]
    [InlineData("10", 10, 10, 10)]
    [InlineData("10 20", 15, 12.5, 17.5)]
    [InlineData("50 10 30 20 40", 30, 20, 40)]
    public void It_has_the_median_and_the_quartiles(string cases, double median, double low, double high)
    {
        var spread = Of(cases)!;
        (spread.Median.TotalSeconds, spread.Low.TotalSeconds, spread.High.TotalSeconds).ShouldBe((median, low, high));
    }

    [Fact]
    public void Without_cases_there_is_none() => Spread.Of([]).ShouldBeNull();

    [Fact]
    public void What_is_left_is_never_below_nothing() =>
        Of("10 20 30")!
            .After(TimeSpan.FromSeconds(15))
            .ShouldBe(
                Of("10 20 30")! with
                {
                    Median = TimeSpan.FromSeconds(5),
                    Low = TimeSpan.Zero,
                    High = TimeSpan.FromSeconds(10),
                }
            );

    [Fact]
    public void It_is_told_in_words()
    {
        SpreadWords.Of(Of("60")!).ShouldBe("about 1 min (from 1 past run)");
        SpreadWords.Of(Of("60 120 180 240 300")!).ShouldBe("about 3 min (2 min to 4 min, from 5 past runs)");
    }

    private static Spread? Of(string cases) =>
        Spread.Of([
            .. cases
                .Split(' ')
                .Select(text =>
                    TimeSpan.FromSeconds(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
                ),
        ]);
}
