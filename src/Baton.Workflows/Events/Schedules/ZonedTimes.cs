namespace Baton.Workflows.Events.Schedules;

/// <summary>
/// The times of a cron expression in a time zone; UTC where the file names none. A time that a change of clocks skips
/// comes at the first moment after it:
/// https://github.com/github/docs/blob/main/data/reusables/repositories/actions-scheduled-workflow-example.md
/// </summary>
/// <remarks>
/// GitHub doesn't say what becomes of a time that a change of clocks brings twice. As in Vixie's cron a time of certain
/// hours then comes once, the first time, and what comes every hour goes on as if the clock hadn't changed.
/// </remarks>
/// <param name="Times">The times.</param>
/// <param name="Zone">The time zone; looking it up by name is the business of whoever may read files.</param>
public sealed record ZonedTimes(CronTimes Times, TimeZoneInfo Zone)
{
    /// <summary>The first time after an instant, or null where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var start = TimeZoneInfo.ConvertTime(after, Zone);
        return Times.IsEveryHour ? NextByTheHour(start) : NextByTheClock(start);
    }

    // From an hour on that the clock shows twice or not at all, times are looked for in what the clock would show.
    private DateTimeOffset? NextByTheHour(DateTimeOffset start)
    {
        var found = Times.Next(start.DateTime);
        while (found is { } time)
        {
            var moment = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), start.Offset);
            var shown = TimeZoneInfo.ConvertTime(moment, Zone);
            if (shown.Offset == start.Offset)
                return shown;
            // The offset changes on the way: go to the first moment with the new one.
            start = FirstWithOffset(start, moment);
            if (Times.Next(start.DateTime.AddMinutes(-1)) == start.DateTime)
                return start;
            found = Times.Next(start.DateTime);
        }

        return null;
    }

    private DateTimeOffset? NextByTheClock(DateTimeOffset start)
    {
        // A time that was skipped came after the skip; so the search starts a day before it.
        var found = Times.Next(start.DateTime.Date.AddDays(-1));
        while (found is { } time)
        {
            if (Moment(time) is var moment && moment > start)
                return moment;
            found = Times.Next(time);
        }

        return null;
    }

    private DateTimeOffset Moment(DateTime time)
    {
        time = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(time))
            time = time.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(time) ? Zone.GetAmbiguousTimeOffsets(time).Max() : Zone.GetUtcOffset(time);
        return new DateTimeOffset(time, offset);
    }

    private DateTimeOffset FirstWithOffset(DateTimeOffset before, DateTimeOffset behind)
    {
        var (low, high) = (before.UtcDateTime, behind.UtcDateTime);
        while (high - low > TimeSpan.FromMinutes(1))
        {
            var middle = low + ((high - low) / 2);
            if (Zone.GetUtcOffset(middle) == before.Offset)
                low = middle;
            else
                high = middle;
        }

        var first = new DateTime(high.Year, high.Month, high.Day, high.Hour, high.Minute, 0, DateTimeKind.Utc);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(first), Zone);
    }
}
