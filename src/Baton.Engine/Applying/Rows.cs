using System.Runtime.InteropServices;

namespace Baton.Engine.Applying;

/// <summary>
/// The rows that were looked at, by name. One command looks at the same few again and again: those are compared one after
/// another, which is quicker than hashing a name; the many of a batch are found by their hash.
/// </summary>
internal sealed class Rows<TName, TRow>
    where TName : struct, IEquatable<TName>
    where TRow : class
{
    private const int Few = 8;
    private readonly List<(TName Name, TRow Row)> _few = new(4);
    private Dictionary<TName, TRow>? _many;

    /// <summary>The row of a name, if it was looked at.</summary>
    public TRow? Find(TName name)
    {
        if (_many is not null)
            return _many.GetValueOrDefault(name);
        foreach (ref readonly var one in CollectionsMarshal.AsSpan(_few))
            if (one.Name.Equals(name))
                return one.Row;
        return null;
    }

    /// <summary>Adds a row under a name that has none.</summary>
    public TRow Add(TName name, TRow row)
    {
        if (_few.Count < Few)
            _few.Add((name, row));
        else
            _many ??= _few.ToDictionary(one => one.Name, one => one.Row);
        _many?.Add(name, row);
        return row;
    }
}
