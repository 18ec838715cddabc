using System.Diagnostics;
using Baton.Workflows.Yaml;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>Turns the nodes of the YAML reader, which know lines and columns, into nodes that know offsets.</summary>
/// <param name="text">The text of the file.</param>
internal sealed class YamlOffsets(string text)
{
    private readonly int[] starts =
    [
        0,
        .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1),
    ];

    /// <summary>The node with its offsets.</summary>
    public DataNode Node(YamlNode node)
    {
        var (start, end) = (At(node.Span.Line, node.Span.Column), At(node.Span.EndLine, node.Span.EndColumn));
        return node switch
        {
            YamlMapping mapping => new DataMapping([.. mapping.Entries.Select(Entry)], IsFlow(start, '{'), start, end),
            YamlSequence list => new DataList([.. list.Items.Select(Node)], IsFlow(start, '['), start, end),
            YamlScalar scalar => new DataScalar(
                KindOf(scalar),
                scalar.Text,
                start,
                scalar.Style == YamlStyle.Block ? EndOfBlock(start, end) : end
            ),
            _ => throw new UnreachableException(node.GetType().Name),
        };
    }

    private DataEntry Entry(YamlEntry entry) =>
        new(entry.Key.Text, At(entry.Key.Line, entry.Key.Column), Node(entry.Value));

    private int At(int line, int column) =>
        Math.Min(text.Length, starts[Math.Min(line, starts.Length) - 1] + column - 1);

    private bool IsFlow(int start, char open) => start < text.Length && text[start] == open;

    // A block's end is where the next thing stands; the line ends, comments and blank lines before it are not the block's.
    private int EndOfBlock(int start, int end)
    {
        while (end > start && text[end - 1] is '\n' or '\r' or ' ')
            end--;
        return end;
    }

    private static DataKind KindOf(YamlScalar scalar) =>
        scalar.Type switch
        {
            YamlType.Number => DataKind.Number,
            YamlType.Flag => DataKind.Flag,
            YamlType.Nothing => DataKind.Nothing,
            _ => DataKind.Text,
        };
}
