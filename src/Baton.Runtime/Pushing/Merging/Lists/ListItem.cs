namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>An item of a list, a row or a line, as far as the merge of lists looks at it.</summary>
/// <param name="Key">What tells it from others; items with the same key are the same item.</param>
/// <param name="Content">What it says.</param>
internal readonly record struct ListItem(string Key, string Content)
{
    /// <summary>Items that nothing but their content tells from others; the second of two equal ones is another.</summary>
    public static IReadOnlyList<ListItem> ByContent(IEnumerable<string> contents)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. contents.Select(content =>
            {
                var nth = seen[content] = seen.GetValueOrDefault(content) + 1;
                return new ListItem($"{content}\0{nth}", content);
            }),
        ];
    }
}

/// <summary>Where an item of the merged list stands in the lists that it comes from; null where it isn't there.</summary>
internal readonly record struct ListPlace(int? Base, int? Mine, int? Remote);

/// <summary>What tells items from one another.</summary>
internal enum ListIdentity
{
    /// <summary>A key of their own; two versions of an item are merged.</summary>
    Key,

    /// <summary>What they say; one that both sides add is added once.</summary>
    Content,

    /// <summary>Where they were added; two that say the same and were added on both sides are two.</summary>
    Addition,
}
