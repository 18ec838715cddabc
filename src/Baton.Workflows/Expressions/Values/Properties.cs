using System.Collections;

namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// The properties of an object: in the order in which they were written, looked up without regard to case. Of two with
/// the same name the later value stands in the earlier one's place and under its spelling, as on GitHub.
/// </summary>
public sealed class Properties : IReadOnlyList<KeyValuePair<string, Value>>
{
    /// <summary>No properties.</summary>
    public static readonly Properties None = new([]);

    // A handful is found faster by looking at each.
    private const int Few = 8;

    private readonly List<KeyValuePair<string, Value>> pairs = [];
    private readonly Dictionary<string, int>? places;

    /// <summary>Takes properties over.</summary>
    public Properties(IReadOnlyCollection<KeyValuePair<string, Value>> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (given.Count > Few)
            places = new(given.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given)
        {
            var place = PlaceOf(pair.Key);
            if (place >= 0)
                pairs[place] = new(pairs[place].Key, pair.Value);
            else
            {
                places?.Add(pair.Key, pairs.Count);
                pairs.Add(pair);
            }
        }
    }

    /// <inheritdoc/>
    public int Count => pairs.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, Value> this[int index] => pairs[index];

    /// <summary>The value of a property, or null where there is none of that name.</summary>
    public Value? Find(string name) => PlaceOf(name) is var place and >= 0 ? pairs[place].Value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string name)
    {
        if (places is not null)
            return places.TryGetValue(name, out var place) ? place : -1;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (string.Equals(pairs[i].Key, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
