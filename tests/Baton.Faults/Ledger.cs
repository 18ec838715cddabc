namespace Baton.Faults;

/// <summary>What became of a row: how often it was tried, what was seen, and which promises were broken.</summary>
/// <param name="effort">How much is to be tried.</param>
public sealed class Ledger(Effort effort)
{
    private readonly List<string> _violations = [];
    private readonly SortedDictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>How often the fault was tried.</summary>
    public int Tried { get; private set; }

    /// <summary>Whether somebody said how long it may take, and it is to take as long.</summary>
    public bool IsTimed => effort.IsTimed;

    /// <summary>Whether there was no time for all of it.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The promises that were broken, and when.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>What became of the tries, and how many it were.</summary>
    public IReadOnlyDictionary<string, int> Seen => _seen;

    /// <summary>The places to try, as far as there is time.</summary>
    /// <param name="count">How many places there are.</param>
    public IEnumerable<int> Places(int count)
    {
        var stride = count <= effort.AtMost ? 1 : (count + effort.AtMost - 1) / effort.AtMost;
        for (var place = stride / 2; place < count; place += stride)
        {
            if (!effort.GoesOn())
            {
                IsCutOff = true;
                yield break;
            }
            Tried++;
            yield return place;
        }
    }

    /// <summary>Counts what became of a try.</summary>
    public void Sees(string what) => _seen[what] = _seen.GetValueOrDefault(what) + 1;

    /// <summary>Writes down a broken promise.</summary>
    public void Violates(string what) => _violations.Add(what);

    /// <summary>Writes down a broken promise, unless what it promises holds.</summary>
    public void Expect(bool holds, string what)
    {
        if (!holds)
            Violates(what);
    }
}
