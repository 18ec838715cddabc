using System.Text;
using Baton.Runtime.Pushing.Merging;

namespace Baton.Runtime.Pushing;

/// <summary>What differs at a path between two trees.</summary>
/// <param name="Path">The path.</param>
/// <param name="Before">What was there; null for nothing.</param>
/// <param name="After">What is there; null for nothing.</param>
public sealed record TreeChange(TreePath Path, TreeEntry? Before, TreeEntry? After)
{
    /// <summary>Reads what <c>git diff-tree -r -z --raw --no-renames</c> prints.</summary>
    internal static IReadOnlyList<TreeChange> Read(ReadOnlyMemory<byte> output)
    {
        var parts = Encoding.Latin1.GetString(output.Span).Split('\0');
        var changes = new List<TreeChange>(parts.Length / 2);
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            var words = parts[i].TrimStart(':').Split(' ');
            changes.Add(
                new TreeChange(new TreePath(parts[i + 1]), Entry(words[0], words[2]), Entry(words[1], words[3]))
            );
        }

        return changes;
    }

    private static TreeEntry? Entry(string mode, string name) => mode == "000000" ? null : new TreeEntry(mode, name);
}
