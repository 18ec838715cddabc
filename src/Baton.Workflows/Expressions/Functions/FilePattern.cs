using System.Text;

namespace Baton.Workflows.Expressions.Functions;

/// <summary>
/// A pattern of <c>hashFiles</c>: <c>**</c> for any number of folders, <c>*</c>, <c>?</c> and <c>[…]</c> within a name,
/// <c>!</c> before what is taken out again. A pattern that names a folder means all below it. Case counts, and names
/// that begin with a dot are like others:
/// https://github.com/actions/toolkit/tree/main/packages/glob#patterns
/// </summary>
public sealed class FilePattern
{
    private readonly string[] names;
    private readonly bool takesOut;

    private FilePattern(string[] names, bool takesOut) => (this.names, this.takesOut) = (names, takesOut);

    /// <summary>A pattern, or null where a line is empty, a comment, or leads out of the folder.</summary>
    public static FilePattern? Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var pattern = line.Trim();
        var takesOut = false;
        while (pattern.StartsWith('!'))
        {
            takesOut = !takesOut;
            pattern = pattern[1..].TrimStart();
        }

        if (pattern.Length == 0 || pattern.StartsWith('#'))
            return null;
        var names = pattern.Split('/').Where(name => name is not ("" or ".")).ToArray();
        return names.Contains("..") || pattern.StartsWith('/') ? null : new(names, takesOut);
    }

    /// <summary>The paths that patterns mean, in the order of the walk: a pattern's own folder first, then by name.</summary>
    public static IReadOnlyList<string> Select(IReadOnlyList<FilePattern> patterns, IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(paths);
        var roots = patterns.Where(pattern => !pattern.takesOut).Select(pattern => pattern.Root()).ToList();
        return
        [
            .. paths
                .Select(path => (Path: path, Names: path.Split('/')))
                .Where(file => IsMeant(patterns, file.Names))
                .OrderBy(file => roots.FindIndex(root => StartsWith(file.Names, Widest(roots, root))))
                .ThenBy(file => file.Names, Comparer<string[]>.Create(Order))
                .Select(file => file.Path),
        ];
    }

    private static bool IsMeant(IReadOnlyList<FilePattern> patterns, string[] path)
    {
        var isMeant = false;
        foreach (var pattern in patterns)
        {
            if (pattern.takesOut == isMeant && pattern.Matches(path))
                isMeant = !pattern.takesOut;
        }

        return isMeant;
    }

    // A root below another one is no root of its own.
    private static string[] Widest(List<string[]> roots, string[] root) =>
        roots.Where(other => StartsWith(root, other)).MinBy(other => other.Length)!;

    private string[] Root() => [.. names.TakeWhile(name => name.AsSpan().IndexOfAny("*?[") < 0)];

    private static bool StartsWith(string[] path, string[] start) => path.AsSpan().StartsWith(start.AsSpan());

    // Folders are walked in the order of their names' bytes.
    private static int Order(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Encoding.UTF8.GetBytes(left[i]).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right[i]));
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Whether it covers a path with <c>/</c> between its names; a <c>!</c> before it doesn't count here.</summary>
    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Matches(path.Split('/'));
    }

    // Which places of the pattern can be reached, name after name: the time is bounded by the product of the lengths.
    private bool Matches(string[] path)
    {
        var reached = new bool[names.Length + 1];
        reached[0] = true;
        SkipStars(reached);
        foreach (var name in path)
        {
            // What names a folder means all below it.
            if (reached[names.Length])
                return true;
            var next = new bool[names.Length + 1];
            for (var i = 0; i < names.Length; i++)
            {
                if (!reached[i])
                    continue;
                if (names[i] == "**")
                    next[i] = true;
                else if (NamePattern.Matches(names[i], name))
                    next[i + 1] = true;
            }

            SkipStars(next);
            reached = next;
        }

        return reached[names.Length];
    }

    private void SkipStars(bool[] reached)
    {
        for (var i = 0; i < names.Length; i++)
            reached[i + 1] |= reached[i] && names[i] == "**";
    }
}
