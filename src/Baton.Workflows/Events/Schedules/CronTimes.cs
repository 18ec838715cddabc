using System.Numerics;

namespace Baton.Workflows.Events.Schedules;

/// <summary>
/// The times of a cron expression: POSIX with steps and names, five fields, no <c>@daily</c>:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule.
/// Two expressions with the same times are equal, however they are written.
/// </summary>
/// <remarks>
/// Where both the day of the month and the day of the week are restricted, a day that is either counts
/// (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/crontab.html). GitHub doesn't say whether <c>*/2</c>
/// restricts; as in Vixie's cron, and in crontab.guru to which GitHub's page leads, what starts with <c>*</c> doesn't,
/// so that then a day must be both.
/// </remarks>
public sealed class CronTimes : IEquatable<CronTimes>
{
    private const int MinutesOfDay = 24 * 60;

    // Calendar and weekdays repeat themselves after 400 years.
    private const int DaysOfCycle = 146_097;

    // Years in which each day of a year, February 29 included, falls on each weekday.
    private static readonly DateOnly[] AllDays =
    [
        .. new[] { 1980, 1984, 1988, 1992, 1996, 2000, 2004 }.SelectMany(year =>
            Enumerable.Range(0, 366).Select(day => new DateOnly(year, 1, 1).AddDays(day))
        ),
        .. new[] { 2001, 2002, 2003, 2005, 2006, 2009, 2010 }.Select(year => new DateOnly(year, 2, 28)),
    ];

    private readonly ulong minutes;
    private readonly ulong hours;
    private readonly ulong days;
    private readonly ulong months;
    private readonly ulong weekdays;
    private readonly bool isEitherDay;

    internal CronTimes(ulong[] values, bool[] startsWithStar)
    {
        (minutes, hours, days, months, weekdays) = (values[0], values[1], values[2], values[3], values[4]);
        isEitherDay = !startsWithStar[2] && !startsWithStar[4];
    }

    /// <summary>Whether each hour of its days has its minutes.</summary>
    public bool IsEveryHour => BitOperations.PopCount(hours) == 24;

    /// <summary>Whether it has any time at all; February 30 has none.</summary>
    public bool Comes => AllDays.Any(HasDay);

    /// <summary>Reads an expression.</summary>
    public static CronReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CronReader.Read(text);
    }

    /// <summary>The first of its times after an instant, by a clock without time zone; null where there is none.</summary>
    public DateTime? Next(DateTime after)
    {
        if (!Comes)
            return null;
        var minute = (after.Hour * 60) + after.Minute + 1;
        var date = DateOnly.FromDateTime(after);
        for (var i = 0; i <= DaysOfCycle; i++)
        {
            if (HasDay(date) && MinuteFrom(minute) is var found and >= 0)
                return date.ToDateTime(default, after.Kind).AddMinutes(found);
            if (date == DateOnly.MaxValue)
                return null;
            (date, minute) = (date.AddDays(1), 0);
        }

        return null;
    }

    /// <summary>
    /// The first time after an instant that both have, or null where they never meet: two schedules of one workflow then
    /// start it twice.
    /// </summary>
    public DateTime? NextWith(CronTimes other, DateTime after)
    {
        ArgumentNullException.ThrowIfNull(other);
        if ((minutes & other.minutes) == 0 || (hours & other.hours) == 0 || (months & other.months) == 0)
            return null;
        var minute = (after.Hour * 60) + after.Minute + 1;
        var date = DateOnly.FromDateTime(after);
        for (var i = 0; i <= DaysOfCycle && date < DateOnly.MaxValue; i++)
        {
            if (HasDay(date) && other.HasDay(date))
            {
                for (; minute < MinutesOfDay; minute++)
                {
                    if (HasMinute(minute) && other.HasMinute(minute))
                        return date.ToDateTime(default, after.Kind).AddMinutes(minute);
                }
            }

            (date, minute) = (date.AddDays(1), 0);
        }

        return null;
    }

    /// <summary>
    /// The shortest time between two of its times, or null where it has fewer than two a day and never two days in a row.
    /// GitHub starts nothing more often than every five minutes:
    /// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onschedule
    /// </summary>
    public TimeSpan? ShortestGap()
    {
        var (first, last, gap) = (-1, -1, int.MaxValue);
        for (var minute = MinuteFrom(0); minute >= 0; minute = MinuteFrom(minute + 1))
        {
            if (first < 0)
                first = minute;
            else
                gap = Math.Min(gap, minute - last);
            last = minute;
        }

        var night = MinutesOfDay - last + first;
        if (night < gap && HasTwoDaysInARow())
            gap = night;
        return gap == int.MaxValue ? null : TimeSpan.FromMinutes(gap);
    }

    /// <inheritdoc/>
    public bool Equals(CronTimes? other) =>
        other is not null
        && (minutes, hours, months) == (other.minutes, other.hours, other.months)
        && HasSameDays(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CronTimes);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(minutes, hours, months, Days().Aggregate(17, HashCode.Combine));

    // Days can be said in more than one way: as "*" and "1-31", with either day or both.
    private bool HasSameDays(CronTimes other) => Days().SequenceEqual(other.Days());

    // For each day of the month the weekdays on which it counts.
    private IEnumerable<int> Days()
    {
        for (var day = 1; day <= 31; day++)
            yield return Enumerable.Range(0, 7).Sum(weekday => HasDay(day, weekday) ? 1 << weekday : 0);
    }

    private bool HasTwoDaysInARow() => AllDays.Any(day => HasDay(day) && HasDay(day.AddDays(1)));

    private bool HasDay(DateOnly date) => Has(months, date.Month) && HasDay(date.Day, (int)date.DayOfWeek);

    private bool HasDay(int day, int weekday) =>
        isEitherDay ? Has(days, day) || Has(weekdays, weekday) : Has(days, day) && Has(weekdays, weekday);

    private bool HasMinute(int minute) => Has(hours, minute / 60) && Has(minutes, minute % 60);

    private int MinuteFrom(int minute)
    {
        while (minute < MinutesOfDay)
        {
            if (!Has(hours, minute / 60))
                minute = ((minute / 60) + 1) * 60;
            else if (Has(minutes, minute % 60))
                return minute;
            else
                minute++;
        }

        return -1;
    }

    private static bool Has(ulong set, int value) => (set >> value & 1) != 0;
}
