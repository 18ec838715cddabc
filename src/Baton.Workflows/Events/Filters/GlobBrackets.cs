namespace Baton.Workflows.Events.Filters;

/// <summary>The characters in a pair of brackets, and what is wrong with them.</summary>
internal sealed class GlobBrackets
{
    private readonly int[] runes;
    private readonly List<int> ranges = [];
    private int at;

    public GlobBrackets(int[] runes, int start)
    {
        (this.runes, at) = (runes, start + 1);
        while (at < runes.Length && runes[at] != ']')
            Member();
        End = Math.Min(at + 1, runes.Length);
        if (at == runes.Length)
            Refuse(runes.Length, "the ']' is missing", "write \\[ for the character itself");
        else if (at == start + 1)
            Refuse(at + 1, "nothing stands between '[' and ']'", "write \\[ for the character itself");
        else if (ranges.Count == 2 && ranges[0] == ranges[1])
            Problems.Add(
                new GlobProblem(
                    at + 1,
                    $"brackets around one character say nothing: '{GlobReader.Shown(ranges[0])}' alone is the same",
                    GlobWeight.Doubtful
                )
            );
    }

    /// <summary>The characters, from and to, by pairs.</summary>
    public int[] Ranges => [.. ranges];

    /// <summary>The place behind the brackets.</summary>
    public int End { get; }

    public List<GlobProblem> Problems { get; } = [];

    private void Member()
    {
        var first = runes[at++];
        if (first == '-')
        {
            Refuse(
                at,
                "'-' in brackets needs a character before and behind it",
                "a '-' itself can't stand in brackets"
            );
            return;
        }

        if (!IsMember(first))
            Refuse(at, $"'{GlobReader.Shown(first)}' can't stand in brackets", "only letters a-z, A-Z and digits can");
        if (at < runes.Length && runes[at] == '-')
            Range(first);
        else
            ranges.AddRange([first, first]);
    }

    private void Range(int first)
    {
        at++;
        if (at == runes.Length)
            return; // the missing ']' is said already
        var last = runes[at];
        if (last == ']')
        {
            Refuse(at + 1, "the range has no end", "write it as in [a-z]");
            return;
        }

        at++;
        ranges.AddRange([first, last]);
        if (!AreOfOneKind(first, last))
            Refuse(at, "a range goes from letter to letter or from digit to digit", "only a-z, A-Z and 0-9 are there");
        else if (first > last)
            Refuse(
                at,
                $"the range ends with '{(char)last}' before its start '{(char)first}'",
                "write the smaller one first"
            );
    }

    // As in https://github.com/nektos/act/blob/master/pkg/workflowpattern/workflow_pattern.go: what ASCII has between Z
    // and a is let in.
    private static bool IsMember(int rune) => rune is (>= 'A' and <= 'z') or (>= '0' and <= '9');

    private static bool AreOfOneKind(int first, int last) =>
        IsMember(first) && IsMember(last) && first <= '9' == last <= '9';

    private void Refuse(int column, string message, string hint) =>
        Problems.Add(new GlobProblem(column, message, GlobWeight.Refused, hint));
}
