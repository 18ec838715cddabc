using System.Globalization;
using Baton.Runtime.Configuration;
using Baton.Runtime.Pushing.Merging.Lists;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing.Merging.Data;

/// <summary>
/// Merges three versions of a file of keys and values. What one side changed is taken from it; keys that both changed
/// follow their rule, go one by one where both are mappings or lists, and conflict otherwise.
/// </summary>
/// <param name="mine">This run's version.</param>
/// <param name="remote">The version on the branch, whose form is kept.</param>
/// <param name="rules">The rules for lists and keys.</param>
internal sealed class DataMerge(DataFile mine, DataFile remote, DataRules rules)
{
    private readonly List<string> dropped = [];

    /// <summary>The keys whose change of this run was dropped by a rule.</summary>
    public IReadOnlyList<string> Dropped => dropped;

    /// <summary>The merged value, or null where both sides have none.</summary>
    /// <param name="before">The version that both started from; null where there was none.</param>
    /// <exception cref="MergeConflictException">Both sides did what can't both be kept.</exception>
    public DataMerged? Merge(DataNode? before)
    {
        var merged = Value("", before, mine.Root, remote.Root);
        foreach (var (path, rule) in rules.Keys)
            if (rule is PushKeyRule.CountOf count && merged is not null && DataCount.Has(merged, path))
                merged = DataCount.Set(merged, path, DataCount.Of(merged, count.List));
        return merged;
    }

    private DataMerged? Value(string path, DataNode? before, DataNode? own, DataNode? theirs)
    {
        if (DataNode.Same(own, before))
            return Theirs(theirs);
        if (DataNode.Same(theirs, before))
            return Own(own);
        var rule = rules.Keys.GetValueOrDefault(path);
        if (DataNode.Same(own, theirs) && !rules.HasSumAt(path))
            return Theirs(theirs);
        return rule switch
        {
            PushKeyRule.Mine => Own(own),
            PushKeyRule.Remote => Drop(path, theirs),
            PushKeyRule.CountOf => Theirs(theirs) ?? Own(own), // counted when all is merged
            PushKeyRule.Sum => Sum(path, (before, own, theirs)),
            PushKeyRule.Newest or PushKeyRule.Max or PushKeyRule.Min => Choose(path, rule, own, theirs),
            _ => Inside(path, before, own, theirs),
        };
    }

    private DataMerged Inside(string path, DataNode? before, DataNode? own, DataNode? theirs) =>
        (before, own, theirs) switch
        {
            (null or DataMapping, DataMapping left, DataMapping right) => Mapping(
                path,
                (DataMapping?)before,
                left,
                right
            ),
            (null or DataList, DataList left, DataList right) => List(path, (DataList?)before, left, right),
            _ when DataNode.Same(own, theirs) => Theirs(theirs)!,
            _ => throw Conflict(path, own, theirs),
        };

    private DataMerged.Mapping Mapping(string path, DataMapping? before, DataMapping own, DataMapping theirs)
    {
        var entries = new List<DataMergedEntry>();
        foreach (var entry in theirs.Entries)
        {
            var other = own.Entry(entry.Key);
            if (Value(Below(path, entry.Key), before?[entry.Key], other?.Value, entry.Value) is { } value)
                entries.Add(new DataMergedEntry(entry.Key, value, entry, other));
        }

        var after = -1;
        foreach (var entry in own.Entries)
        {
            var at = entries.FindIndex(known => known.Key == entry.Key);
            if (at < 0 && theirs.Entry(entry.Key) is null)
                if (Value(Below(path, entry.Key), before?[entry.Key], entry.Value, null) is { } value)
                    entries.Insert(at = after + 1, new DataMergedEntry(entry.Key, value, null, entry));
            after = at < 0 ? after : at;
        }

        return new DataMerged.Mapping(theirs, remote, entries);
    }

    private DataMerged.List List(string path, DataList? before, DataList own, DataList theirs)
    {
        var by = rules.Lists.GetValueOrDefault(path);
        var identity = by is null ? ListIdentity.Content : ListIdentity.Key;
        try
        {
            var places = new ListMerge(identity).Merge(Items(before, by), Items(own, by), Items(theirs, by));
            return new DataMerged.List(
                theirs,
                remote,
                [.. places.Select(place => Item(path, place, (before, own, theirs)))]
            );
        }
        catch (MergeConflictException conflict) when (!conflict.Message.StartsWith("at ", StringComparison.Ordinal))
        {
            throw new MergeConflictException($"at {Named(path)}: {conflict.Message}");
        }
    }

    private DataMergedItem Item(string path, ListPlace place, (DataList? Before, DataList Own, DataList Theirs) lists)
    {
        var before = place.Base is { } b ? lists.Before!.Items[b] : null;
        var own = place.Mine is { } m ? lists.Own.Items[m] : null;
        var theirs = place.Remote is { } r ? lists.Theirs.Items[r] : null;
        // An addition has no other side; what both have is merged like any value.
        var value = (own, theirs) switch
        {
            (null, _) => Theirs(theirs),
            (_, null) => Own(own),
            _ => Value(path, before, own, theirs),
        };
        return new DataMergedItem(value!, theirs, own);
    }

    private static IReadOnlyList<ListItem> Items(DataList? list, string? by)
    {
        if (list is null)
            return [];
        return by is null
            ? ListItem.ByContent(list.Items.Select(item => item.Canonical))
            : [.. list.Items.Select(item => new ListItem(KeyOf(item, by), item.Canonical))];
    }

    private static string KeyOf(DataNode item, string by) =>
        (item as DataMapping)?[by] is DataScalar { Kind: not DataKind.Nothing } key
            ? key.Canonical
            : throw new MergeConflictException($"an item has no {OneLine.Quoted(by)} that would tell it from others");

    private static DataMerged.Made Sum(string path, (DataNode? Before, DataNode? Own, DataNode? Theirs) values)
    {
        if (values.Before is not (null or DataScalar { Kind: DataKind.Number }))
            throw Conflict(path, values.Own, values.Theirs);
        var before = values.Before is DataScalar old ? Number(path, old) : 0;
        try
        {
            var sum = Number(path, values.Theirs) + (Number(path, values.Own) - before);
            return new DataMerged.Made(sum.ToString(CultureInfo.InvariantCulture));
        }
        catch (OverflowException)
        {
            throw new MergeConflictException($"at {Named(path)}: the sum is too large");
        }
    }

    private DataMerged.Kept? Choose(string path, PushKeyRule rule, DataNode? own, DataNode? theirs)
    {
        if (own is not DataScalar left || theirs is not DataScalar right)
            throw Conflict(path, own, theirs);
        var order =
            rule is PushKeyRule.Newest
                ? DataOrder.Compare(left, right) ?? throw Conflict(path, own, theirs)
                : Number(path, left).CompareTo(Number(path, right));
        return (rule is PushKeyRule.Min ? -order : order) > 0 ? Own(own) : Theirs(theirs);
    }

    private static decimal Number(string path, DataNode? node) =>
        node is DataScalar { Kind: DataKind.Number } scalar && DataOrder.Number(scalar.Text) is { } number
            ? number
            : throw new MergeConflictException(
                $"at {Named(path)}: {Shown(node)} is no number that can be compared or added"
            );

    private DataMerged.Kept? Drop(string path, DataNode? theirs)
    {
        dropped.Add(path);
        return Theirs(theirs);
    }

    private DataMerged.Kept? Own(DataNode? node) => node is null ? null : new DataMerged.Kept(node, mine);

    private DataMerged.Kept? Theirs(DataNode? node) => node is null ? null : new DataMerged.Kept(node, remote);

    private static MergeConflictException Conflict(string path, DataNode? own, DataNode? theirs) =>
        new($"at {Named(path)}: here it became {Shown(own)}, on the branch {Shown(theirs)}");

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Named(string path) => path.Length == 0 ? "the top" : OneLine.Of(path);

    private static string Shown(DataNode? node) => node is null ? "nothing" : OneLine.Of(node.Canonical, 40);
}
