using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Events.Schedules;

/// <summary>
/// Reads the five fields as GitHub's own validation does:
/// https://github.com/actions/languageservices/blob/main/workflow-parser/src/model/converter/cron.ts
/// </summary>
internal sealed class CronReader
{
    private readonly ulong[] values = new ulong[5];
    private readonly bool[] startsWithStar = new bool[5];
    private CronProblem? problem;

    public static CronReading Read(string text)
    {
        var reader = new CronReader();
        reader.Fields(text);
        return reader.problem is { } problem
            ? new CronReading.Refused(problem)
            : new CronReading.Read(new CronTimes(reader.values, reader.startsWithStar));
    }

    private void Fields(string text)
    {
        if (text.StartsWith('@'))
        {
            Refuse(1, $"GitHub doesn't know {OneLine.Quoted(text)}", "write five fields, as in '15 4 * * *'");
            return;
        }

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 5 } many)
        {
            Refuse(0, $"a cron expression has five fields, not {Shown(many.Length)}", FieldsHint(many.Length));
            return;
        }

        var (count, at) = (0, 0);
        while (at <= text.Length && problem is null)
        {
            var end = text.IndexOf(' ', at);
            end = end < 0 ? text.Length : end;
            if (count < 5)
                Field(count, text[at..end], at + 1);
            count++;
            at = end + 1;
            while (at < text.Length && text[at] == ' ')
                at++;
        }

        if (problem is null && count != 5)
            Refuse(0, $"a cron expression has five fields, not {Shown(count)}", FieldsHint(count));
    }

    private static string FieldsHint(int count) =>
        count > 5
            ? "minute, hour, day of the month, month, day of the week; there are no seconds and no years"
            : "minute, hour, day of the month, month, day of the week";

    private void Field(int index, string text, int column)
    {
        startsWithStar[index] = text.StartsWith('*');
        var at = column;
        foreach (var part in text.Split(','))
        {
            Part(index, part, at);
            at += part.Length + 1;
        }
    }

    private void Part(int index, string part, int column)
    {
        var field = CronField.All[index];
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? part : part[..slash];
        var step = slash < 0 ? 1 : Step(field, part[(slash + 1)..], column + slash + 1);
        if (Range(field, range, column) is not var (first, last) || problem is not null)
            return;
        // A step behind a single value goes on to the end of the field.
        if (slash >= 0 && first == last && !range.Contains('-', StringComparison.Ordinal))
            last = field.Most;
        for (var value = first; value <= last; value += step)
            values[index] |= 1UL << value;
    }

    private int Step(CronField field, string text, int column)
    {
        var step = CronField.Number(text);
        if (step >= Math.Max(1, field.Least) && step <= field.Most)
            return step;
        Refuse(
            column,
            $"{OneLine.Quoted(text)} is no step of the {field.Name}",
            $"write a number from 1 to {Shown(field.Most)} behind '/'"
        );
        return 1;
    }

    private (int First, int Last)? Range(CronField field, string text, int column)
    {
        if (text == "*")
            return (field.Least, field.Most);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Value(field, dash < 0 ? text : text[..dash], column);
        var last = dash < 0 ? first : Value(field, text[(dash + 1)..], column + dash + 1);
        if (problem is null && first > last)
            Refuse(
                column,
                $"the range {OneLine.Quoted(text)} ends before it starts",
                "write two ranges, with a ',' between them"
            );
        return problem is null ? (first, last) : null;
    }

    private int Value(CronField field, string text, int column)
    {
        var value = field.Value(text);
        if (value < 0)
            Refuse(column, $"{OneLine.Quoted(text)} is no {field.Name}", Hint(field, text));
        return value;
    }

    private static string Hint(CronField field, string text) =>
        field.Least == 0 && field.Names.Count > 0 && text == "7" ? "Sunday is 0"
        : text.AsSpan().IndexOfAny("?LW#") >= 0 && field.Value(text) < 0
            ? "GitHub knows * , - / and nothing else; write '*' for any"
        : field.Names.Count > 0
            ? $"it goes from {Shown(field.Least)} to {Shown(field.Most)}, or {field.Names[0].ToUpperInvariant()} to {field.Names[^1].ToUpperInvariant()}"
        : $"it goes from {Shown(field.Least)} to {Shown(field.Most)}";

    private void Refuse(int column, string message, string hint) => problem ??= new CronProblem(column, message, hint);

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
