using System.Globalization;
using System.Text;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Output;

/// <summary>The table, as Markdown: a person reads it on a terminal, a page shows it.</summary>
internal static class Table
{
    private const string Begin = "<!-- ./build bench --write: begin -->",
        End = "<!-- ./build bench --write: end -->";

    /// <summary>The table of some lines.</summary>
    public static string Of(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        Row(text, ["what", "", "baton", "beside it", "aim", "came to"]);
        Row(text, ["---", "---", "---:", "---", "---", "---"]);
        foreach (var line in lines)
            Row(
                text,
                [line.What, line.Unit, Own(line), Others(line), Aims(line, aim => aim.Text), Aims(line, Outcome)]
            );
        return text.ToString();
    }

    /// <summary>Writes the table between the markers of a page.</summary>
    /// <exception cref="InvalidOperationException">The page has no markers.</exception>
    public static void WriteInto(string page, string table, TimeProvider clock)
    {
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{page} has no lines {Begin} and {End}");
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(
            page,
            $"{text[..from]}{Begin}\nMeasured on {day}, {Surroundings.Text}.\n\n{table}{text[to..]}"
        );
    }

    private static string Own(Line line) => line.Of("baton") is { } amount ? Aim.Plain(amount) : "";

    private static string Others(Line line) =>
        string.Join(
            ", ",
            line.Values.Where(value => value.Who != "baton")
                .Select(value => $"{value.Who} {(value.Amount is { } amount ? Aim.Plain(amount) : value.Instead)}")
        );

    private static string Outcome(Aim aim) => aim.Met == false ? $"**{aim.Outcome}**" : aim.Outcome;

    private static string Aims(Line line, Func<Aim, string> part) => string.Join("; ", line.Aims.Select(part));

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
