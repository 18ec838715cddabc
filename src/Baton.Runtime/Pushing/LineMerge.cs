using System.Globalization;
using System.Text;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>What <c>git merge-tree --write-tree -z --stdin</c> says of one merge.</summary>
/// <param name="Tree">The tree, with conflict marks in the files that conflict.</param>
/// <param name="Stages">The versions of each path that conflicts: before, mine, remote.</param>
/// <param name="Messages">The kind of each conflict, and the paths that it is about.</param>
internal sealed record LineMerge(
    string Tree,
    IReadOnlyDictionary<TreePath, TreeEntry?[]> Stages,
    IReadOnlyList<(string Kind, IReadOnlyList<TreePath> Paths)> Messages
)
{
    /// <summary>Paths that only the merge made, to put one of two things aside that can't have the same name.</summary>
    public IReadOnlyList<TreePath> Strays { get; set; } = [];

    /// <summary>Reads it: https://git-scm.com/docs/git-merge-tree#OUTPUT</summary>
    public static LineMerge Read(ReadOnlyMemory<byte> output)
    {
        var parts = Encoding.Latin1.GetString(output.Span).Split('\0');
        var stages = new Dictionary<TreePath, TreeEntry?[]>();
        var at = 2;
        for (; at < parts.Length && parts[at].Length > 0; at++)
        {
            var tab = parts[at].IndexOf('\t', StringComparison.Ordinal);
            var words = parts[at][..tab].Split(' ');
            var path = new TreePath(parts[at][(tab + 1)..]);
            var versions = stages.TryGetValue(path, out var known) ? known : stages[path] = new TreeEntry?[3];
            versions[words[2][0] - '1'] = new TreeEntry(words[0], words[1]);
        }

        return new LineMerge(parts[1], stages, ReadMessages(parts, at + 1));
    }

    // How many paths, the paths, the kind, the sentence.
    private static List<(string, IReadOnlyList<TreePath>)> ReadMessages(string[] parts, int at)
    {
        var messages = new List<(string, IReadOnlyList<TreePath>)>();
        while (
            at < parts.Length && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
        {
            if (at + count + 2 >= parts.Length)
                break;
            messages.Add(
                (parts[at + count + 1], [.. parts[(at + 1)..(at + 1 + count)].Select(path => new TreePath(path))])
            );
            at += count + 3;
        }

        return messages;
    }
}
