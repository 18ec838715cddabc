using System.Globalization;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>Counts what a list has after the merge, and puts the count where it belongs.</summary>
internal static class DataCount
{
    /// <summary>Whether there is anything at a path.</summary>
    public static bool Has(DataMerged top, string path) => Find(top, path) is not null;

    /// <summary>How many items the list at a path has, or how many keys the mapping.</summary>
    /// <exception cref="MergeConflictException">There is neither.</exception>
    public static int Of(DataMerged top, string path) =>
        Find(top, path) switch
        {
            DataMerged.List list => list.Items.Count,
            DataMerged.Mapping mapping => mapping.Entries.Count,
            DataMerged.Kept { Node: DataList list } => list.Items.Count,
            DataMerged.Kept { Node: DataMapping mapping } => mapping.Entries.Count,
            _ => throw new MergeConflictException($"there is no list {OneLine.Quoted(path)} to count"),
        };

    /// <summary>The value with a count at a path; as it is where the path leads nowhere or the count is there already.</summary>
    public static DataMerged Set(DataMerged top, string path, int count) =>
        Put(top, path, count.ToString(CultureInfo.InvariantCulture));

    private static DataMerged Put(DataMerged value, string path, string text)
    {
        if (path.Length == 0)
            return value.Canonical == text ? value : new DataMerged.Made(text);
        if (Open(value) is not { } mapping || EntryOn(mapping, path) is not { } entry)
            return value;
        var below = Put(entry.Value, Rest(path, entry.Key), text);
        return ReferenceEquals(below, entry.Value)
            ? value
            : mapping with
            {
                Entries = [.. mapping.Entries.Select(known => known == entry ? known with { Value = below } : known)],
            };
    }

    private static DataMerged? Find(DataMerged value, string path) =>
        path.Length == 0 ? value
        : Open(value) is { } mapping && EntryOn(mapping, path) is { } entry ? Find(entry.Value, Rest(path, entry.Key))
        : null;

    // A key may have dots in it.
    private static DataMergedEntry? EntryOn(DataMerged.Mapping mapping, string path) =>
        mapping.Entries.FirstOrDefault(entry =>
            path == entry.Key || path.StartsWith($"{entry.Key}.", StringComparison.Ordinal)
        );

    private static string Rest(string path, string key) => path.Length == key.Length ? "" : path[(key.Length + 1)..];

    private static DataMerged.Mapping? Open(DataMerged value) =>
        value switch
        {
            DataMerged.Mapping mapping => mapping,
            DataMerged.Kept { Node: DataMapping node } kept => new DataMerged.Mapping(
                node,
                kept.File,
                [
                    .. node.Entries.Select(entry => new DataMergedEntry(
                        entry.Key,
                        new DataMerged.Kept(entry.Value, kept.File),
                        entry,
                        null
                    )),
                ]
            ),
            _ => null,
        };
}
