namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>Gives one text the values of another one, and changes no more of it than that takes.</summary>
internal static class DataAlignment
{
    /// <summary>The values of one file in the form of another.</summary>
    /// <param name="form">The file whose text is kept; it has a value.</param>
    /// <param name="values">The file whose values count; it has a value.</param>
    public static DataMerged Of(DataFile form, DataFile values) => Of(form.Root!, values.Root!, (form, values));

    private static DataMerged Of(DataNode own, DataNode wanted, (DataFile Form, DataFile Values) files) =>
        (own, wanted) switch
        {
            _ when DataNode.Same(own, wanted) => new DataMerged.Kept(own, files.Form),
            (DataMapping left, DataMapping right) => new DataMerged.Mapping(
                left,
                files.Form,
                [.. Ordered(left, right).Select(entry => Entry(left.Entry(entry.Key), entry, files))]
            ),
            (DataList left, DataList right) when left.Items.Count == right.Items.Count => new DataMerged.List(
                left,
                files.Form,
                [
                    .. left
                        .Items.Zip(right.Items)
                        .Select(pair => new DataMergedItem(
                            Of(pair.First, pair.Second, files),
                            pair.First,
                            pair.Second
                        )),
                ]
            ),
            _ => new DataMerged.Kept(wanted, files.Values),
        };

    private static IEnumerable<DataEntry> Ordered(DataMapping form, DataMapping values) =>
        form
            .Entries.Select(entry => values.Entry(entry.Key))
            .OfType<DataEntry>()
            .Concat(values.Entries.Where(entry => form.Entry(entry.Key) is null));

    private static DataMergedEntry Entry(DataEntry? own, DataEntry wanted, (DataFile Form, DataFile Values) files) =>
        new(
            wanted.Key,
            own is null ? new DataMerged.Kept(wanted.Value, files.Values) : Of(own.Value, wanted.Value, files),
            own,
            wanted
        );
}
