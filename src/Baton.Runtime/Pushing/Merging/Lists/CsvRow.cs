using System.Text;

namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>A row of comma-separated values: https://www.rfc-editor.org/rfc/rfc4180</summary>
internal static class CsvRow
{
    /// <summary>Puts lines together that one quoted value goes over.</summary>
    /// <exception cref="MergeConflictException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Join(IReadOnlyList<string> lines, string end)
    {
        var rows = new List<string>(lines.Count);
        StringBuilder? open = null;
        foreach (var line in lines)
        {
            var isOdd = line.AsSpan().Count('"') % 2 != 0;
            open?.Append(end).Append(line);
            if (open is null && isOdd)
                open = new StringBuilder(line);
            else if (open is null)
                rows.Add(line);
            if (open is null || !isOdd || open.Length == line.Length)
                continue;
            rows.Add(open.ToString());
            open = null;
        }

        return open is null ? rows : throw new MergeConflictException("a quoted value is not closed");
    }

    /// <summary>The values of a row, without their quotes.</summary>
    public static List<string> Values(string row)
    {
        var (values, value, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '"' && isQuoted && i + 1 < row.Length && row[i + 1] == '"')
                value.Append(row[i++]);
            else if (row[i] == '"')
                isQuoted = !isQuoted;
            else if (row[i] == ',' && !isQuoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(row[i]);
            }
        }

        values.Add(value.ToString());
        return values;
    }
}
