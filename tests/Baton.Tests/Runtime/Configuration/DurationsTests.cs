using Baton.Runtime.Configuration;

namespace Baton.Tests.Runtime.Configuration;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("250ms", 250)]
    [InlineData("90s", 90_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("2d", 172_800_000)]
    [InlineData("1d1h1m1s1ms", 90_061_001)]
    [InlineData("3650d", 315_360_000_000)]
    public void Spans_are_read(string text, long milliseconds) =>
        Durations.Parse(text).ShouldBe(new DurationReading.Read(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5h")]
    [InlineData("5M")]
    [InlineData("5min")]
    [InlineData("30m1h")]
    [InlineData("1m1m")]
    [InlineData("1h30")]
    [InlineData("3651d")]
    [InlineData("3650d1ms")]
    [InlineData("99999999999999999999d")]
    [InlineData("٥m")]
    public void What_is_no_span_is_told(string text) =>
        Durations.Parse(text).ShouldBeOfType<DurationReading.Malformed>();

    [Theory]
    [InlineData("0s")]
    [InlineData("250ms")]
    [InlineData("1h30m")]
    [InlineData("1d1h1m1s1ms")]
    public void What_is_written_is_read_again(string text) =>
        Durations.Format(Durations.Parse(text).ShouldBeOfType<DurationReading.Read>().Value).ShouldBe(text);
}
