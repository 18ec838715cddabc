namespace Baton.Workflows.Findings;

/// <summary>Finds the known word that somebody most likely meant.</summary>
public static class Nearest
{
    // A longer word can't be a slip of one that we know; and the table below stays small whatever is thrown at it.
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate with the smallest edit distance (case apart), or null where none is near: more than a third of the
    /// word's letters away, and at least two allowed from four letters on. Of equals the first wins. Else it is the only one
    /// that starts with the word.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length is 0 or > LongestWord)
            return null;
        string? best = null;
        candidates = candidates as IReadOnlyCollection<string> ?? [.. candidates];
        var bound = word.Length < 4 ? 1 : Math.Max(2, word.Length / 3);
        foreach (var candidate in candidates)
        {
            if (
                Math.Abs(word.Length - candidate.Length) > bound
                || Distance(word, candidate) is var distance && distance > bound
            )
                continue;
            best = candidate;
            bound = distance - 1;
        }

        return best ?? Begun(word, candidates);
    }

    // The only one that goes on where the word ends.
    private static string? Begun(string word, IEnumerable<string> candidates) =>
        word.Length >= 3
        && candidates.Where(one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList()
            is [var only]
            ? only
            : null;

    /// <summary>A hint that names the nearest candidate, else all of them.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> candidates) =>
        To(word, candidates) is { } near ? $"did you mean {near}?" : $"known: {string.Join(", ", candidates)}";

    /// <summary>
    /// The least number of letters to insert, delete, replace or swap with their neighbour, case apart.
    /// </summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
                table[i, j] = Step(table, left, right, (i, j));
        }

        return table[left.Length, right.Length];
    }

    private static int Step(int[,] table, string left, string right, (int I, int J) at)
    {
        var (i, j) = at;
        var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
        var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
        var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
