using System.Globalization;
using Baton.Workflows.Events.Schedules;

namespace Baton.Tests.Workflows.Events;

public sealed class CronTests
{
    [Theory]
    [InlineData("30 5 * * *", "2024-05-06 05:29", "2024-05-06 05:30")]
    [InlineData("30 5 * * *", "2024-05-06 05:30", "2024-05-07 05:30")]
    [InlineData("*/15 * * * *", "2024-12-31 23:46", "2025-01-01 00:00")]
    [InlineData("20/15 * * * *", "2024-05-06 05:20", "2024-05-06 05:35")]
    [InlineData("20/15 * * * *", "2024-05-06 05:50", "2024-05-06 06:20")]
    [InlineData("0 2-4/2 * * *", "2024-05-06 02:00", "2024-05-06 04:00")]
    [InlineData("0 0 29 2 *", "2024-02-29 00:00", "2028-02-29 00:00")]
    [InlineData("0 0 29 2 *", "2096-03-01 00:00", "2104-02-29 00:00")]
    [InlineData("0 12 * * MON-FRI", "2024-05-10 12:00", "2024-05-13 12:00")]
    [InlineData("0 12 * JAN,jul sun", "2024-05-10 12:00", "2024-07-07 12:00")]
    [InlineData("0   0  1    *  *", "2024-05-10 12:00", "2024-06-01 00:00")]
    [InlineData("0 000 001 * *", "2024-05-10 12:00", "2024-06-01 00:00")]
    // A day that is either, where both are restricted.
    [InlineData("0 0 13 * 5", "2024-05-10 00:00", "2024-05-13 00:00")]
    [InlineData("0 0 13 * 5", "2024-05-13 00:00", "2024-05-17 00:00")]
    // What starts with a star doesn't restrict: a day that is both.
    [InlineData("0 0 */2 * 5", "2024-05-03 00:00", "2024-05-17 00:00")]
    public void The_next_time_is_found(string cron, string after, string next) =>
        Read(cron).Next(Time(after)).ShouldBe(Time(next));

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void What_never_comes_has_no_next_time(string cron) =>
        Read(cron).Next(Time("2024-01-01 00:00")).ShouldBeNull();

    [Theory]
    [InlineData("@daily", 1)]
    [InlineData("", 1)]
    [InlineData("0 0 * *", 0)]
    [InlineData("0 0 0 * * *", 0)]
    [InlineData("0 0 * * * *", 0)]
    [InlineData("60 * * * *", 1)]
    [InlineData("0 24 * * *", 3)]
    [InlineData("0 0 0 * *", 5)]
    [InlineData("0 0 * 13 *", 7)]
    [InlineData("0 0 * * 7", 9)]
    [InlineData("0 0 * * BUN", 9)]
    [InlineData("0 0 * SUN JAN", 7)]
    [InlineData("0 0 * * FRI-TUE", 9)]
    [InlineData("0 12-4 * * *", 3)]
    [InlineData("0 */0 * * *", 5)]
    [InlineData("0 2/4/6 * * *", 5)]
    [InlineData("0 2-4-6 * * *", 5)]
    [InlineData("0 5/* * * *", 5)]
    [InlineData("0 ,1 * * *", 3)]
    [InlineData("0 1, * * *", 5)]
    [InlineData("0 -1 * * *", 3)]
    [InlineData("0 ** * * *", 3)]
    [InlineData("0 *-4 * * *", 3)]
    [InlineData("0 0 L * ?", 5)]
    [InlineData("0 * * */FEB *", 9)]
    [InlineData("0 99999999999999999999 * * *", 3)]
    public void What_GitHub_refuses_is_refused_with_its_column(string cron, int column)
    {
        var problem = CronTimes.Read(cron).ShouldBeOfType<CronReading.Refused>().Problem;
        problem.Column.ShouldBe(column, problem.Message);
        problem.Message.ShouldNotBeEmpty();
        problem.Hint.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("* * * * *", 1)]
    [InlineData("*/5 * * * *", 5)]
    [InlineData("*/7 * * * *", 4)]
    [InlineData("0,58 * * * *", 2)]
    [InlineData("0,58 3 * * *", 58)]
    [InlineData("0 0 * * *", 1440)]
    [InlineData("59,0 23,0 * * *", 1)]
    [InlineData("0 0,23 1 * *", 1380)]
    public void The_shortest_gap_is_found(string cron, int minutes) =>
        Read(cron).ShortestGap().ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Once_a_month_has_no_gap_within_a_day() => Read("0 0 1 * *").ShortestGap().ShouldBeNull();

    [Theory]
    [InlineData("0 0 * * *", "0 0 1-31 * *", true)]
    [InlineData("0 0 * * 0-6", "0 0 * * *", true)]
    [InlineData("0,30 * * * *", "*/30 * * * *", true)]
    [InlineData("0 0 * * SUN", "0 0 * * 0", true)]
    [InlineData("0 0 1 * *", "0 0 1 * 0", false)]
    [InlineData("0 0 * * *", "0 1 * * *", false)]
    public void The_same_times_are_equal_however_written(string left, string right, bool equal)
    {
        Read(left).Equals(Read(right)).ShouldBe(equal);
        if (equal)
            Read(left).GetHashCode().ShouldBe(Read(right).GetHashCode());
    }

    [Theory]
    [InlineData("0 */6 * * *", "0 0 * * 1", "2024-05-06 00:00", "2024-05-13 00:00")]
    [InlineData("0 0 1 * *", "0 0 */1 * 1", "2024-05-06 00:00", "2024-07-01 00:00")]
    [InlineData("0 0 * * *", "30 0 * * *", "2024-05-06 00:00", null)]
    [InlineData("0 0 1 * *", "0 0 2 * *", "2024-05-06 00:00", null)]
    public void Two_meet_at_the_first_time_of_both(string left, string right, string after, string? meeting)
    {
        Read(left).NextWith(Read(right), Time(after)).ShouldBe(meeting is null ? null : Time(meeting));
        Read(right).NextWith(Read(left), Time(after)).ShouldBe(meeting is null ? null : Time(meeting));
    }

    internal static CronTimes Read(string cron) => CronTimes.Read(cron).ShouldBeOfType<CronReading.Read>().Times;

    private static DateTime Time(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
