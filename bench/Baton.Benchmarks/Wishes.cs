using Baton.Benchmarks.Rows;

namespace Baton.Benchmarks;

/// <summary>What somebody wants measured.</summary>
/// <param name="Rows">Which rows.</param>
/// <param name="Size">How long it may take.</param>
/// <param name="Results">The folder of the JSON file.</param>
/// <param name="Page">The page into which the table is written; none for none.</param>
internal sealed record Wishes(IReadOnlyList<IRow> Rows, Size Size, string Results, string? Page)
{
    /// <summary>How it is used.</summary>
    public static string Usage =>
        $"""
            usage: ./build bench [ROW...] [--quick] [--write PAGE]

            {string.Join('\n', AllRows.List.Select(row => $"  {row.Name, -10} {row.What}"))}

              --quick       a few seconds, to see that every row works; the figures mean nothing
              --write PAGE  writes the table between the page's markers
            """;

    /// <summary>Reads the words; nothing if one of them means nothing.</summary>
    public static Wishes? Read(IReadOnlyList<string> words)
    {
        var wishes = new Wishes([], Size.Full, Path.Combine(".baton", "bench"), null);
        for (var i = 0; i < words.Count; i++)
            if (words[i] == "--quick")
                wishes = wishes with { Size = Size.Quick };
            else if (words[i] == "--write" && i + 1 < words.Count)
                wishes = wishes with { Page = words[++i] };
            else if (words[i] == "--results" && i + 1 < words.Count)
                wishes = wishes with { Results = words[++i] };
            else if (AllRows.List.FirstOrDefault(row => row.Name == words[i]) is { } row)
                wishes = wishes with { Rows = [.. wishes.Rows, row] };
            else
                return null;
        return wishes.Rows.Count > 0 ? wishes : wishes with { Rows = AllRows.List };
    }
}
