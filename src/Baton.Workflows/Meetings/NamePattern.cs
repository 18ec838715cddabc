using System.Runtime.InteropServices;

namespace Baton.Workflows.Meetings;

/// <summary>
/// What texts the parts of a name can be together, so far as their kinds say it: a number has digits alone, a ref that
/// was pushed is below <c>refs/heads/</c> or <c>refs/tags/</c>. Two names that no text fits never are one.
/// </summary>
internal static class NamePattern
{
    private const char Digit = '\u0001';
    private const char Hex = '\u0002';
    private const char Any = '\u0003';
    private static readonly string[] PushedRefs = ["refs/heads/", "refs/tags/"];

    /// <summary>Whether one text fits both.</summary>
    public static bool CanBeOne(List<NamePart> left, List<NamePart> right)
    {
        if (left is [{ Kind: null } a, ..] && right is [{ Kind: null } b, ..])
        {
            var length = Math.Min(a.Text.Length, b.Text.Length);
            if (!a.Text.AsSpan(0, length).Equals(b.Text.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return Ways(left).Any(one => Ways(right).Any(other => Meet(one, other)));
    }

    private static IEnumerable<List<Item>> Ways(List<NamePart> parts)
    {
        IEnumerable<List<Item>> ways =
        [
            [],
        ];
        foreach (var part in parts)
            ways = ways.SelectMany(way => Items(part).Select(items => (List<Item>)[.. way, .. items]));
        return ways.Take(8);
    }

    private static IEnumerable<List<Item>> Items(NamePart part) =>
        part.Kind switch
        {
            null => [Written(part.Text)],
            ThingKind.Number or ThingKind.Run => [Many(Digit)],
            ThingKind.Commit => [Many(Hex)],
            ThingKind.Ref => PushedRefs.Select(start => (List<Item>)[.. Written(start), .. Many(Any)]),
            _ => [part.MayBeEmpty ? [new Item(Any, IsRepeated: true)] : Many(Any)],
        };

    private static List<Item> Written(string text) =>
        [.. text.Select(c => new Item(char.ToLowerInvariant(c), IsRepeated: false))];

    private static List<Item> Many(char c) => [new Item(c, IsRepeated: false), new Item(c, IsRepeated: true)];

    private static bool Meet(List<Item> left, List<Item> right)
    {
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(int I, int J)>([(0, 0)]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;
            var (i, j) = at;
            if (i == left.Count && j == right.Count)
                return true;
            if (i < left.Count && left[i].IsRepeated)
                open.Push((i + 1, j));
            if (j < right.Count && right[j].IsRepeated)
                open.Push((i, j + 1));
            if (i < left.Count && j < right.Count && Overlap(left[i].Kind, right[j].Kind))
                open.Push((left[i].IsRepeated ? i : i + 1, right[j].IsRepeated ? j : j + 1));
        }

        return false;
    }

    private static bool Overlap(char a, char b) =>
        a == b || a == Any || b == Any || Takes(a, b) || Takes(b, a) || (a is Digit or Hex && b is Digit or Hex);

    private static bool Takes(char kind, char c) =>
        kind switch
        {
            Digit => char.IsAsciiDigit(c),
            Hex => char.IsAsciiHexDigit(c),
            _ => false,
        };

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Item(char Kind, bool IsRepeated);
}
