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
    private (TName Name, TRow Row)[] _few = new (TName, TRow)[4];
    private int _count;
    private Dictionary<TName, TRow>? _many;

    /// <summary>The row of a name, if it was looked at.</summary>
    public TRow? Find(TName name)
    {
        if (_many is not null)
            return _many.GetValueOrDefault(name);
        foreach (ref readonly var one in _few.AsSpan(0, _count))
            if (one.Name.Equals(name))
                return one.Row;
        return null;
    }

    /// <summary>Adds a row under a name that has none.</summary>
    public TRow Add(TName name, TRow row)
    {
        if (_count == Few)
            _many ??= _few.ToDictionary(one => one.Name, one => one.Row);
        if (_many is not null)
        {
            _many.Add(name, row);
            return row;
        }
        if (_count == _few.Length)
            Array.Resize(ref _few, _count * 2);
        _few[_count++] = (name, row);
        return row;
    }
}
