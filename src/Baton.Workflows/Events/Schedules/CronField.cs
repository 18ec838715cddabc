namespace Baton.Workflows.Events.Schedules;

/// <summary>One of the five fields, and which values it may have.</summary>
internal sealed record CronField(string Name, int Least, int Most, params IReadOnlyList<string> Names)
{
    public static readonly IReadOnlyList<CronField> All =
    [
        new("minute", 0, 59),
        new("hour", 0, 23),
        new("day of the month", 1, 31),
        new("month", 1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        new("day of the week", 0, 6, "sun", "mon", "tue", "wed", "thu", "fri", "sat"),
    ];

    /// <summary>The value of a number or a name, or -1.</summary>
    public int Value(string text)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], text, StringComparison.OrdinalIgnoreCase))
                return Least + i;
        }

        return Number(text) is var number && number >= Least && number <= Most ? number : -1;
    }

    /// <summary>The number of some digits, or -1.</summary>
    public static int Number(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && text.TrimStart('0').Length <= 4
            ? text.Aggregate(0, (sum, digit) => (sum * 10) + (digit - '0'))
            : -1;
}
