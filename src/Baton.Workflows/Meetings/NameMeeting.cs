using Baton.Workflows.Expressions.Partial;

namespace Baton.Workflows.Meetings;

/// <summary>
/// Whether two names of groups are one. GitHub compares them without case:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency
/// </summary>
internal static class NameMeeting
{
    public static Meeting Of(Possibilities<SymbolicText> left, Possibilities<SymbolicText> right)
    {
        if (left is Possibilities<SymbolicText>.CantSay unknown)
            return new Meeting.CantSay(unknown.Why);
        if (right is Possibilities<SymbolicText>.CantSay other)
            return new Meeting.CantSay(other.Why);
        var meetings = new List<(Meeting Meeting, string Where)>();
        foreach (var one in left.All)
        {
            foreach (var two in right.All)
            {
                if (
                    one.Outcome is Outcome<SymbolicText>.Gives { Value: var a }
                    && two.Outcome is Outcome<SymbolicText>.Gives { Value: var b }
                )
                    meetings.Add((Of(a, b), Where(one.Guard, two.Guard)));
            }
        }

        return Joined(meetings);
    }

    public static Meeting Of(SymbolicText left, SymbolicText right)
    {
        var (a, b) = (NamePart.Of(left), NamePart.Of(right));
        if (a.Count == b.Count && a.Zip(b).All(pair => pair.First.Fits(pair.Second)))
            return Fitting(a, b, left);
        return NamePattern.CanBeOne(a, b)
            ? new Meeting.CantSay($"{left} and {right} can be one, and nothing says when")
            : new Meeting.Never($"{left} is not {right}");
    }

    private static Meeting Fitting(List<NamePart> a, List<NamePart> b, SymbolicText name)
    {
        if (a.Exists(part => part.Kind == ThingKind.Run))
            return new Meeting.Never($"each run has a group of its own, {name}");
        var things = a.Zip(b).Select(pair => Thing(pair.First, pair.Second)).OfType<string>().Distinct().ToList();
        if (things.Count > 0)
            return new Meeting.SameThing(things);
        return a.Zip(b).All(pair => pair.First.Kind is not null || pair.First.Text == pair.Second.Text)
            ? new Meeting.Always(name.ToString())
            : new Meeting.ByAccident(
                name.ToString(),
                "the names differ only in capital letters, which GitHub doesn't see"
            );
    }

    private static string? Thing(NamePart a, NamePart b) =>
        (a.IsFixed, b.IsFixed) switch
        {
            (true, true) => null,
            (true, false) => $"{b.Text}, where it is the {a.Text}",
            (false, true) => $"{a.Text}, where it is the {b.Text}",
            _ => a.Text == b.Text ? a.Text : $"{a.Text} as {b.Text}",
        };

    private static string Where(Guard one, Guard two) =>
        (one.Terms.Count, two.Terms.Count) switch
        {
            (0, 0) => "",
            (0, _) => $"{two}",
            (_, 0) => $"{one}",
            _ => one.Equals(two) ? $"{one}" : $"{one}, and in the other {two}",
        };

    private static Meeting Joined(List<(Meeting Meeting, string Where)> meetings)
    {
        if (meetings.Count == 0)
            return new Meeting.CantSay("the name of the group can't be evaluated");
        if (meetings.TrueForAll(one => one.Meeting == meetings[0].Meeting))
            return meetings[0].Meeting;
        if (meetings.TrueForAll(one => one.Meeting is Meeting.Never))
            return meetings[0].Meeting;
        if (meetings.Find(one => one.Meeting is Meeting.CantSay).Meeting is { } unknown)
            return unknown;
        return new Meeting.SameThing([
            .. meetings
                .Where(one => one.Meeting.OfOneThing)
                .Select(one =>
                    one.Meeting is Meeting.SameThing same
                        ? $"{string.Join(" and ", same.Things)} (where {one.Where})"
                        : $"case: {one.Where}"
                )
                .Distinct(),
        ]);
    }
}
