using System.Globalization;

namespace Baton.Tests.Workflows.Events;

/// <summary>
/// The next time against a search minute by minute, which reads the fields again on its own. A failure prints its seed:
/// BATON_SEED=n.
/// </summary>
public sealed class RandomCronsTests
{
    private static readonly (int Least, int Most)[] Fields = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    [Fact]
    public void The_next_time_is_the_first_minute_that_fits()
    {
        var seed = Environment.GetEnvironmentVariable("BATON_SEED") is { Length: > 0 } set
            ? int.Parse(set, CultureInfo.InvariantCulture)
            : 1;
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var cron = string.Join(' ', Fields.Select(field => Field(random, field)));
            var after = new DateTime(2023, 1, 1).AddMinutes(random.Next(2 * 365 * 24 * 60));
            var horizon = after.AddDays(70);
            var found = CronTests.Read(cron).Next(after);
            var expected = Naive(cron.Split(' '), after, horizon);
            (found > horizon ? null : found).ShouldBe(
                expected,
                $"replay with BATON_SEED={seed}: {cron} after {after:O}"
            );
        }
    }

    private static string Field(Random random, (int Least, int Most) field)
    {
        int Value() => random.Next(field.Least, field.Most + 1);
        var (a, b) = (Value(), Value());
        return random.Next(6) switch
        {
            0 or 1 => "*",
            2 => Text(a),
            3 => $"{Text(Math.Min(a, b))}-{Text(Math.Max(a, b))}",
            4 => $"*/{Text(random.Next(1, Math.Min(field.Most, 5)))}",
            _ => $"{Text(a)},{Text(b)}",
        };
    }

    private static DateTime? Naive(string[] fields, DateTime after, DateTime horizon)
    {
        var fits = Fields
            .Select(
                (field, i) => Enumerable.Range(0, 60).Select(value => Fits(fields[i], value, field.Least)).ToArray()
            )
            .ToArray();
        var isBoth = fields[2][0] == '*' || fields[4][0] == '*';
        var time = new DateTime(after.Year, after.Month, after.Day, after.Hour, after.Minute, 0).AddMinutes(1);
        for (; time <= horizon; time = time.AddMinutes(1))
        {
            if (!fits[0][time.Minute] || !fits[1][time.Hour] || !fits[3][time.Month])
                continue;
            var (month, week) = (fits[2][time.Day], fits[4][(int)time.DayOfWeek]);
            if (isBoth ? month && week : month || week)
                return time;
        }

        return null;
    }

    private static bool Fits(string field, int value, int least) =>
        field
            .Split(',')
            .Any(part =>
                part == "*" ? true
                : part.StartsWith("*/", StringComparison.Ordinal) ? (value - least) % Number(part[2..]) == 0
                : part.Split('-') is [var first, var last] ? value >= Number(first) && value <= Number(last)
                : value == Number(part)
            );

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
