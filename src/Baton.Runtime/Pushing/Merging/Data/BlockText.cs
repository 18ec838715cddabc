using System.Text;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>
/// Writes merged values into a YAML text by changing only the lines that have to change, so that comments, quotes and
/// indents stay. What can't be put in that way comes out wrong, which whoever calls finds by reading it again.
/// </summary>
/// <param name="file">The file whose text is changed.</param>
internal sealed class BlockText(DataFile file)
{
    private readonly List<(int At, int Length, string Text)> edits = [];

    /// <summary>The text with the merged value in it.</summary>
    public string Of(DataMerged merged)
    {
        if (file.Root is not { } root)
            return merged is DataMerged.Kept kept ? kept.File.Text : "";
        Edit(merged, root);
        var (text, at) = (new StringBuilder(), 0);
        foreach (var edit in edits.OrderBy(edit => edit.At))
        {
            if (edit.At < at)
                return ""; // two edits in one place
            text.Append(file.Text, at, edit.At - at).Append(edit.Text);
            at = edit.At + edit.Length;
        }

        return text.Append(file.Text, at, file.Text.Length - at).ToString();
    }

    private void Edit(DataMerged merged, DataNode own)
    {
        switch (merged)
        {
            case DataMerged.Kept kept when ReferenceEquals(kept.Node, own):
                return;
            case DataMerged.Mapping { Frame.IsFlow: false } mapping when ReferenceEquals(mapping.Frame, own):
                Entries(mapping);
                return;
            case DataMerged.List { Frame.IsFlow: false } list when ReferenceEquals(list.Frame, own):
                Items(list);
                return;
            default:
                var space = own.Start == own.End && own.Start > 0 && file.Text[own.Start - 1] == ':' ? " " : "";
                edits.Add((own.Start, own.End - own.Start, space + FlowText.Of(merged)));
                return;
        }
    }

    private void Entries(DataMerged.Mapping mapping)
    {
        foreach (
            var gone in mapping.Frame.Entries.Where(own => !mapping.Entries.Any(kept => ReferenceEquals(kept.Own, own)))
        )
            Remove(gone.KeyStart, gone.Value.End);
        int? after = null;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Own is { } own)
            {
                Edit(entry.Value, own.Value);
                after = own.Value.End;
            }
            else if (entry is { Other: { } other, Value: DataMerged.Kept { File: var from } })
            {
                // The order of keys says nothing, so what comes first may as well come last.
                Insert(
                    after ?? mapping.Frame.Entries[^1].Value.End,
                    (from, other.KeyStart, other.Value.End),
                    mapping.Frame.Start
                );
            }
        }
    }

    private void Items(DataMerged.List list)
    {
        foreach (var gone in list.Frame.Items.Where(own => !list.Items.Any(kept => ReferenceEquals(kept.Own, own))))
            Remove(gone.Start, gone.End);
        int? after = null;
        foreach (var item in list.Items)
        {
            if (item.Own is { } own)
            {
                Edit(item.Value, own);
                after = own.End;
            }
            else if (item is { Other: { } other, Value: DataMerged.Kept { File: var from } })
            {
                var place = after ?? LineStart(file.Text, list.Frame.Items[0].Start) - 1;
                Insert(place, (from, other.Start, other.End), list.Frame.Start);
            }
        }
    }

    private void Remove(int start, int end)
    {
        var (from, to) = (LineStart(file.Text, start), LineEnd(file.Text, end));
        edits.Add((from, to - from, ""));
    }

    // Whole lines of the other file, moved to the indent that they get here.
    private void Insert(int behind, (DataFile File, int Start, int End) what, int column)
    {
        var text = what.File.Text;
        var lines = text[LineStart(text, what.Start)..LineEnd(text, what.End)];
        if (!lines.EndsWith('\n'))
            lines += "\n";
        var at = behind < 0 ? 0 : LineEnd(file.Text, behind);
        var moved = Shift(lines, column - LineStart(file.Text, column) - (lines.Length - lines.TrimStart(' ').Length));
        if (at > 0 && file.Text[at - 1] != '\n')
            moved = "\n" + moved[..^1];
        edits.Add((at, 0, moved));
    }

    private static string Shift(string lines, int by)
    {
        if (by == 0)
            return lines;
        var shifted = lines
            .Split('\n')
            .Select(line =>
                line.Trim().Length == 0 ? line
                : by > 0 ? new string(' ', by) + line
                : line[Math.Min(-by, line.Length - line.TrimStart(' ').Length)..]
            );
        return string.Join('\n', shifted);
    }

    private static int LineStart(string text, int at) => at <= 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int LineEnd(string text, int at)
    {
        var end = at >= text.Length ? -1 : text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }
}
