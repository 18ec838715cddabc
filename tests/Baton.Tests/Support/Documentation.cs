using System.Runtime.CompilerServices;

namespace Baton.Tests.Support;

/// <summary>The pages under docs/, whose examples and tables tests run.</summary>
internal static class Documentation
{
    public static string Read(string page) => File.ReadAllText(PathOf(page));

    public static string PathOf(string page) => Path.Combine(Root(), "docs", page);

    /// <summary>What stands between the fences of one language, with the line of the page where it starts.</summary>
    public static IEnumerable<(int Line, string Text)> Blocks(string page, string language)
    {
        var lines = Read(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimEnd() != $"```{language}")
                continue;
            var start = i + 1;
            for (i = start; lines[i].TrimEnd() != "```"; )
                i++;
            yield return (start + 1, string.Join('\n', lines[start..i]) + "\n");
        }
    }

    /// <summary>
    /// The rows of the tables whose head starts with a cell, cells trimmed and without backticks; <c>\|</c> is a bar.
    /// </summary>
    public static IEnumerable<string[]> Rows(string page, string firstHead)
    {
        var inside = false;
        foreach (var line in Read(page).Split('\n'))
        {
            var cells = line.StartsWith('|') ? Cells(line) : [];
            inside = cells.Length > 0 && (inside || cells[0] == firstHead);
            if (inside && cells[0] != firstHead && !cells[0].StartsWith("---", StringComparison.Ordinal))
                yield return cells;
        }
    }

    private static string[] Cells(string line) =>
        [
            .. line.Replace("\\|", "\u0001", StringComparison.Ordinal)
                .Trim()
                .Trim('|')
                .Split('|')
                .Select(cell => cell.Replace("\u0001", "|", StringComparison.Ordinal).Trim().Trim('`')),
        ];

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
