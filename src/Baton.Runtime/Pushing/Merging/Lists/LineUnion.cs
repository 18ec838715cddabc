namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>
/// Merges three versions of a text line by line; where both sides changed the same place it takes the lines of both, the
/// branch's first. A line that both added at one place is taken once.
/// </summary>
internal static class LineUnion
{
    // Above this the table of common lines would be too large; files so large, changed all over, are no case for lines.
    private const long MostCells = 4_000_000;

    /// <summary>The merged lines.</summary>
    /// <exception cref="MergeConflictException">They are too many, and too different.</exception>
    public static IReadOnlyList<string> Merge(
        IReadOnlyList<string> before,
        IReadOnlyList<string> mine,
        IReadOnlyList<string> remote
    )
    {
        var (own, theirs) = (Matches(before, mine), Matches(before, remote));
        var merged = new List<string>();
        var (b, m, r) = (0, 0, 0);
        while (b < before.Count || m < mine.Count || r < remote.Count)
        {
            // The next line of the old version that all three have; up to there is one place.
            var next = b;
            while (next < before.Count && (own[next] < 0 || theirs[next] < 0))
                next++;
            var (toMine, toRemote) = next < before.Count ? (own[next], theirs[next]) : (mine.Count, remote.Count);
            merged.AddRange(Place(Range(before, b, next), Range(mine, m, toMine), Range(remote, r, toRemote)));
            if (next < before.Count)
                merged.Add(before[next]);
            (b, m, r) = (next + 1, toMine + 1, toRemote + 1);
        }

        return merged;
    }

    private static List<string> Place(List<string> before, List<string> mine, List<string> remote)
    {
        if (mine.SequenceEqual(before))
            return remote;
        if (remote.SequenceEqual(before) || remote.SequenceEqual(mine))
            return mine;
        var start = 0;
        while (start < mine.Count && start < remote.Count && mine[start] == remote[start])
            start++;
        var end = 0;
        while (end < Math.Min(mine.Count, remote.Count) - start && mine[^(end + 1)] == remote[^(end + 1)])
            end++;
        return [.. remote[..(remote.Count - end)], .. mine[start..]];
    }

    private static List<string> Range(IReadOnlyList<string> lines, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(i => lines[i])];

    // For each old line the place of the same line in the other version, or -1: a longest common subsequence.
    private static int[] Matches(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var matches = Enumerable.Repeat(-1, before.Count).ToArray();
        var start = 0;
        for (; start < before.Count && start < after.Count && before[start] == after[start]; start++)
            matches[start] = start;
        var end = 0;
        for (; end < Math.Min(before.Count, after.Count) - start && before[^(end + 1)] == after[^(end + 1)]; end++)
            matches[before.Count - end - 1] = after.Count - end - 1;
        var (height, width) = (before.Count - start - end, after.Count - start - end);
        if ((long)height * width > MostCells)
            throw new MergeConflictException("it has too many changed lines to be merged line by line");
        Middle(matches, (before, after), (start, height, width));
        return matches;
    }

    private static void Middle(
        int[] matches,
        (IReadOnlyList<string> Before, IReadOnlyList<string> After) sides,
        (int Start, int Height, int Width) window
    )
    {
        var (start, height, width) = window;
        var longest = new int[height + 1, width + 1];
        for (var i = height - 1; i >= 0; i--)
        for (var j = width - 1; j >= 0; j--)
            longest[i, j] =
                sides.Before[start + i] == sides.After[start + j]
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (var (i, j) = (0, 0); i < height && j < width; )
        {
            if (sides.Before[start + i] == sides.After[start + j])
                matches[start + i++] = start + j++;
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
