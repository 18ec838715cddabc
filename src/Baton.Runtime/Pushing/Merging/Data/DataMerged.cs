using System.Text;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>A value after the merge: from where its text is taken, and what it says.</summary>
internal abstract record DataMerged
{
    private DataMerged() { } // closed: every case is here

    /// <summary>As it stands in one of the files.</summary>
    /// <param name="Node">The node there.</param>
    /// <param name="File">The file.</param>
    public sealed record Kept(DataNode Node, DataFile File) : DataMerged;

    /// <summary>A value that stands in neither: a sum, a count.</summary>
    /// <param name="Text">How it is written; the same in JSON and YAML.</param>
    public sealed record Made(string Text) : DataMerged;

    /// <summary>A mapping with entries of both.</summary>
    /// <param name="Frame">The mapping on the branch, whose form is kept.</param>
    /// <param name="File">The file of the frame.</param>
    /// <param name="Entries">Its entries in their order.</param>
    public sealed record Mapping(DataMapping Frame, DataFile File, IReadOnlyList<DataMergedEntry> Entries) : DataMerged;

    /// <summary>A list with items of both.</summary>
    /// <param name="Frame">The list on the branch, whose form is kept.</param>
    /// <param name="File">The file of the frame.</param>
    /// <param name="Items">Its items in their order.</param>
    public sealed record List(DataList Frame, DataFile File, IReadOnlyList<DataMergedItem> Items) : DataMerged;

    /// <summary>What it says, as <see cref="DataNode.Canonical"/> does.</summary>
    public string Canonical =>
        this switch
        {
            Kept kept => kept.Node.Canonical,
            Made made => made.Text,
            List list => $"[{string.Concat(list.Items.Select(item => item.Value.Canonical + ","))}]",
            _ => Say((Mapping)this),
        };

    private static string Say(Mapping mapping)
    {
        var said = new StringBuilder("{");
        foreach (var entry in mapping.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            DataScalar.Quote(said, entry.Key).Append(':').Append(entry.Value.Canonical).Append(',');
        return said.Append('}').ToString();
    }
}

/// <summary>An entry of a merged mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
/// <param name="Own">Where it stands in the frame; null for one that comes from the other file.</param>
/// <param name="Other">Where it stands in the other file, if it does.</param>
internal sealed record DataMergedEntry(string Key, DataMerged Value, DataEntry? Own, DataEntry? Other);

/// <summary>An item of a merged list.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Own">Where it stands in the frame; null for one that comes from the other file.</param>
/// <param name="Other">Where it stands in the other file, if it does.</param>
internal sealed record DataMergedItem(DataMerged Value, DataNode? Own, DataNode? Other);
