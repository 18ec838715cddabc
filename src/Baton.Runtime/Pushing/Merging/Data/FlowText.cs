using System.Text;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>
/// Writes merged values between braces and brackets, which is all of JSON. What stays keeps its text, indent and number
/// form; what is new is put in as its neighbours stand.
/// </summary>
internal static class FlowText
{
    /// <summary>The text of a merged value.</summary>
    public static string Of(DataMerged value) =>
        value switch
        {
            DataMerged.Kept kept => kept.File.Raw(kept.Node),
            DataMerged.Made made => made.Text,
            DataMerged.Mapping mapping => Join(
                FlowLayout.Of(mapping.Frame, mapping.File, Neighbour(mapping)),
                [.. mapping.Entries.Select(entry => (Entry(entry, mapping.File), Lead(mapping, entry)))]
            ),
            DataMerged.List list => Join(
                FlowLayout.Of(list.Frame, list.File, Neighbour(list)),
                [.. list.Items.Select(item => (Of(item.Value), Lead(list, item)))]
            ),
            _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
        };

    private static string Join(FlowLayout layout, IReadOnlyList<(string Text, string? Lead)> parts)
    {
        if (parts.Count == 0)
            return $"{layout.Open}{layout.Close}";
        var text = new StringBuilder().Append(layout.Open);
        for (var i = 0; i < parts.Count; i++)
            text.Append(i == 0 ? layout.First : "," + (parts[i].Lead ?? layout.Next)).Append(parts[i].Text);
        return text.Append(layout.Tail).Append(layout.Close).ToString();
    }

    private static string Entry(DataMergedEntry entry, DataFile frame)
    {
        var (place, file) = entry.Own is { } own ? (own, frame) : (entry.Other!, FileOf(entry.Value) ?? frame);
        return file.Text[place.KeyStart..place.Value.Start] + Of(entry.Value);
    }

    private static DataFile? FileOf(DataMerged value) => (value as DataMerged.Kept)?.File;

    // The text between the comma before it and itself, of what stands in the frame already and is not its first.
    private static string? Lead(DataMerged.Mapping mapping, DataMergedEntry entry)
    {
        var at = entry.Own is { } own ? IndexOf(mapping.Frame.Entries, own) : -1;
        return at > 0
            ? FlowLayout.Between(
                mapping.File,
                mapping.Frame.Entries[at - 1].Value.End,
                mapping.Frame.Entries[at].KeyStart
            )
            : null;
    }

    private static string? Lead(DataMerged.List list, DataMergedItem item)
    {
        var at = item.Own is { } own ? IndexOf(list.Frame.Items, own) : -1;
        return at > 0 ? FlowLayout.Between(list.File, list.Frame.Items[at - 1].End, list.Frame.Items[at].Start) : null;
    }

    // By identity: two items may say the same.
    private static int IndexOf<T>(IReadOnlyList<T> items, T item)
        where T : class
    {
        for (var i = 0; i < items.Count; i++)
            if (ReferenceEquals(items[i], item))
                return i;
        return -1;
    }

    // A frame that is empty, or has one value, doesn't show how more stand: the other file's may.
    private static (DataFile File, int First, int End)? Neighbour(DataMerged.Mapping mapping) =>
        mapping.Entries.FirstOrDefault(entry => entry.Own is null && entry.Other is not null) is { } added
        && FileOf(added.Value) is { } file
            ? (file, added.Other!.KeyStart, added.Other.Value.End)
            : null;

    private static (DataFile File, int First, int End)? Neighbour(DataMerged.List list) =>
        list.Items.FirstOrDefault(item => item.Own is null && item.Other is not null) is { } added
        && FileOf(added.Value) is { } file
            ? (file, added.Other!.Start, added.Other.End)
            : null;
}
