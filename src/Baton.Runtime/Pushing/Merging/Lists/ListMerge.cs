using Baton.Workflows.Findings;

namespace Baton.Runtime.Pushing.Merging.Lists;

/// <summary>
/// Merges three versions of a list. What one side added is added, what one side removed is removed, and each addition
/// stays behind the item that it was added behind; of two additions at one place the branch's comes first. Lists that
/// change by appending on one side and trimming on the other (the last hundred entries) merge; an item that both sides
/// replaced is a conflict.
/// </summary>
/// <param name="identity">What tells items from one another.</param>
internal sealed class ListMerge(ListIdentity identity)
{
    /// <summary>The places of the merged items, in order.</summary>
    /// <exception cref="MergeConflictException">Both sides did what can't both be kept.</exception>
    public IReadOnlyList<ListPlace> Merge(
        IReadOnlyList<ListItem> before,
        IReadOnlyList<ListItem> mine,
        IReadOnlyList<ListItem> remote
    )
    {
        var (inBase, inMine, inRemote) = (Index(before), Index(mine), Index(remote));
        if (IsReordered(before, inBase, mine, inMine))
        {
            if (IsReordered(before, inBase, remote, inRemote))
                throw new MergeConflictException("both sides changed the order of its items");
            return
            [
                .. Place(before, remote, mine).Select(place => place with { Mine = place.Remote, Remote = place.Mine }),
            ];
        }

        return Place(before, mine, remote);
    }

    // The frame's order is kept; the other's additions are put into it.
    private List<ListPlace> Place(
        IReadOnlyList<ListItem> before,
        IReadOnlyList<ListItem> other,
        IReadOnlyList<ListItem> frame
    )
    {
        var (inBase, inOther, inFrame) = (Index(before), Index(other), Index(frame));
        CheckReplaced(before, (inBase, inOther, other), (inFrame, frame));
        var additions = Additions(other, inBase, inFrame);
        var merged = new List<ListPlace>(frame.Count + other.Count);
        var due = new List<int>();
        // What stands before all that both have was put in front; where they have nothing in common it was appended.
        var first = additions.GetValueOrDefault(-1) ?? [];
        var isFront = other.Any(item => inFrame.ContainsKey(item.Key) && IsSame(item.Key, inBase));
        Add(merged, isFront ? first : null);
        for (var i = 0; i < frame.Count; i++)
        {
            var key = frame[i].Key;
            var (known, there) = (Find(inBase, key), FindSame(inOther, key, inBase));
            var isAddition = known is null && there is null;
            if (!isAddition)
                AddAll(merged, due);
            if (known is { } at && there is null)
            {
                if (frame[i].Content != before[at].Content)
                    throw new MergeConflictException($"{Named(key)} was changed on one side and removed on the other");
            }
            else
            {
                merged.Add(new ListPlace(known, there, i));
            }

            if (there is { } anchor && additions.TryGetValue(anchor, out var next))
                due.AddRange(next);
        }

        AddAll(merged, due);
        Add(merged, isFront ? null : first);
        CheckRemoved(before, other, (inBase, inFrame));
        return merged;
    }

    // What the other added, by the item of its own behind which it stands and that the frame has too; -1 is the start.
    private Dictionary<int, List<int>> Additions(
        IReadOnlyList<ListItem> other,
        Dictionary<string, int> inBase,
        Dictionary<string, int> inFrame
    )
    {
        var additions = new Dictionary<int, List<int>>();
        var anchor = -1;
        for (var i = 0; i < other.Count; i++)
        {
            var isKnown = inBase.ContainsKey(other[i].Key);
            if (inFrame.ContainsKey(other[i].Key) && IsSame(other[i].Key, inBase))
                anchor = i;
            else if (!isKnown)
                (additions.TryGetValue(anchor, out var list) ? list : additions[anchor] = []).Add(i);
        }

        return additions;
    }

    private static void Add(List<ListPlace> merged, List<int>? additions) =>
        merged.AddRange((additions ?? []).Select(i => new ListPlace(null, i, null)));

    private static void AddAll(List<ListPlace> merged, List<int> due)
    {
        Add(merged, due);
        due.Clear();
    }

    private static void CheckRemoved(
        IReadOnlyList<ListItem> before,
        IReadOnlyList<ListItem> other,
        (Dictionary<string, int> Base, Dictionary<string, int> Frame) known
    )
    {
        foreach (var item in other)
            if (Find(known.Base, item.Key) is { } at && !known.Frame.ContainsKey(item.Key))
                if (item.Content != before[at].Content)
                    throw new MergeConflictException(
                        $"{Named(item.Key)} was changed on one side and removed on the other"
                    );
    }

    // Without keys a changed item is one removed and one added at its place: on both sides, nobody knows which counts.
    private void CheckReplaced(
        IReadOnlyList<ListItem> before,
        (Dictionary<string, int> Base, Dictionary<string, int> Keys, IReadOnlyList<ListItem> Items) other,
        (Dictionary<string, int> Keys, IReadOnlyList<ListItem> Items) frame
    )
    {
        if (identity == ListIdentity.Key)
            return;
        var both = Replaced(before, other.Base, other.Keys, other.Items);
        both.IntersectWith(Replaced(before, other.Base, frame.Keys, frame.Items));
        if (both.Count > 0 && !other.Items.Select(item => item.Key).SequenceEqual(frame.Items.Select(item => item.Key)))
            throw new MergeConflictException($"both sides changed {OneLine.Quoted(before[both.Min()].Content, 60)}");
    }

    private static HashSet<int> Replaced(
        IReadOnlyList<ListItem> before,
        Dictionary<string, int> inBase,
        Dictionary<string, int> inSide,
        IReadOnlyList<ListItem> side
    )
    {
        var filled = new HashSet<int>();
        var last = -1;
        foreach (var item in side)
        {
            if (Find(inBase, item.Key) is { } at)
                last = at;
            else
                filled.Add(last);
        }

        var replaced = new HashSet<int>();
        last = -1;
        for (var i = 0; i < before.Count; i++)
        {
            if (inSide.ContainsKey(before[i].Key))
                last = i;
            else if (filled.Contains(last))
                replaced.Add(i);
        }

        return replaced;
    }

    private static bool IsReordered(
        IReadOnlyList<ListItem> before,
        Dictionary<string, int> inBase,
        IReadOnlyList<ListItem> side,
        Dictionary<string, int> inSide
    ) =>
        !before
            .Where(item => inSide.ContainsKey(item.Key))
            .Select(item => item.Key)
            .SequenceEqual(side.Where(item => inBase.ContainsKey(item.Key)).Select(item => item.Key));

    private static Dictionary<string, int> Index(IReadOnlyList<ListItem> items)
    {
        var index = new Dictionary<string, int>(items.Count, StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
            if (!index.TryAdd(items[i].Key, i))
                throw new MergeConflictException($"{Named(items[i].Key)} comes twice");
        return index;
    }

    private int? FindSame(Dictionary<string, int> inOther, string key, Dictionary<string, int> inBase) =>
        IsSame(key, inBase) ? Find(inOther, key) : null;

    // Whether equal keys on both sides are one item.
    private bool IsSame(string key, Dictionary<string, int> inBase) =>
        identity != ListIdentity.Addition || inBase.ContainsKey(key);

    private static int? Find(Dictionary<string, int> index, string key) =>
        index.TryGetValue(key, out var at) ? at : null;

    private static string Named(string key) => $"the item {OneLine.Of(key.Split('\0')[0], 60)}";
}
