using System.Globalization;
using Baton.Workflows.Events.Schedules;

namespace Baton.Tests.Workflows.Events;

/// <summary>A zone of our own, so that no machine's tables count: an hour more from March 10 02:00 to November 3 02:00.</summary>
public sealed class ZonedTimesTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "test",
        TimeSpan.FromHours(-5),
        "test",
        "test",
        "test, summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(2024, 1, 1),
                new DateTime(2024, 12, 31),
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 10),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 11, 3)
            ),
        ]
    );

    [Theory]
    [InlineData("0 9 * * *", "2024-01-15 00:00 -05:00", "2024-01-15 09:00 -05:00")]
    [InlineData("0 9 * * *", "2024-07-15 00:00 -04:00", "2024-07-15 09:00 -04:00")]
    // The clock goes from 02:00 to 03:00: what is skipped comes at 03:00.
    [InlineData("30 2 * * *", "2024-03-09 12:00 -05:00", "2024-03-10 03:00 -04:00")]
    [InlineData("30 2 * * *", "2024-03-10 03:00 -04:00", "2024-03-11 02:30 -04:00")]
    [InlineData("30 * * * *", "2024-03-10 01:30 -05:00", "2024-03-10 03:30 -04:00")]
    [InlineData("0 * * * *", "2024-03-10 01:30 -05:00", "2024-03-10 03:00 -04:00")]
    // The clock goes from 02:00 back to 01:00: a certain hour comes once, every hour goes on.
    [InlineData("30 1 * * *", "2024-11-03 00:00 -04:00", "2024-11-03 01:30 -04:00")]
    [InlineData("30 1 * * *", "2024-11-03 01:30 -04:00", "2024-11-04 01:30 -05:00")]
    [InlineData("30 * * * *", "2024-11-03 01:30 -04:00", "2024-11-03 01:30 -05:00")]
    [InlineData("30 * * * *", "2024-11-03 01:30 -05:00", "2024-11-03 02:30 -05:00")]
    public void A_change_of_clocks_is_gone_through(string cron, string after, string next) =>
        new ZonedTimes(CronTests.Read(cron), Zone)
            .Next(Time(after))!
            .Value.ToString(Format, CultureInfo.InvariantCulture)
            .ShouldBe(next);

    [Fact]
    public void Without_a_zone_it_is_UTC() =>
        new ZonedTimes(CronTests.Read("0 9 * * *"), TimeZoneInfo.Utc)
            .Next(Time("2024-03-10 00:00 -05:00"))
            .ShouldBe(Time("2024-03-10 09:00 +00:00"));

    [Fact]
    public void Every_hour_stays_an_hour_apart()
    {
        var times = new ZonedTimes(CronTests.Read("15 * * * *"), Zone);
        var time = Time("2024-01-01 00:15 -05:00");
        for (var i = 0; i < 366 * 24; i++)
        {
            var next = times.Next(time)!.Value;
            if (next - time != TimeSpan.FromHours(1))
                Assert.Fail($"{next - time} after {time:O}");
            time = next;
        }
    }

    private const string Format = "yyyy-MM-dd HH:mm zzz";

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture);
}
