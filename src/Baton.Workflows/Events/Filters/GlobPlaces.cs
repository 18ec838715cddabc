namespace Baton.Workflows.Events.Filters;

/// <summary>
/// The places of a pattern that the characters so far lead to. Each item has two: before it, and inside it, where what
/// repeats may take more and <c>**/</c> still needs its slash.
/// </summary>
internal sealed class GlobPlaces(IReadOnlyList<GlobItem> items)
{
    private readonly bool[] before = new bool[items.Count + 1];
    private readonly bool[] inside = new bool[items.Count];

    public bool IsAtEnd => before[items.Count];

    /// <summary>Comes to the place before an item, and past it where it may take nothing.</summary>
    public void Enter(int place)
    {
        while (!before[place])
        {
            before[place] = true;
            if (place == items.Count || !items[place].IsOptional)
                return;
            place++;
        }
    }

    /// <summary>The places after one more character; false where there are none.</summary>
    public bool Step(int rune, GlobPlaces next)
    {
        Array.Clear(next.before);
        Array.Clear(next.inside);
        var isAlive = false;
        for (var i = 0; i < items.Count; i++)
        {
            if ((!before[i] && !inside[i]) || !items[i].Takes(rune))
                continue;
            isAlive = true;
            Take(i, rune, next);
        }

        return isAlive;
    }

    private void Take(int i, int rune, GlobPlaces next)
    {
        // Folders end at a slash with something before it; any other item may end with each character.
        if (items[i].Kind != GlobItemKind.Folders || (inside[i] && rune == '/'))
            next.Enter(i + 1);
        if (items[i].Repeats)
            next.inside[i] = true;
    }
}
