namespace Baton.Engine.Applying;

/// <summary>
/// What changes in an order of the view: at each place that changes, what stands there now, or that nothing does. An
/// order in which nothing changes has no overlay, and is read as it is stored.
/// </summary>
internal sealed class Overlay<T>(Comparer<T> order)
    where T : class
{
    private readonly List<(T Place, T? Now)> _places = new(2);

    /// <summary>Something stands there now.</summary>
    public void Add(T item) => Set(item, item);

    /// <summary>Something stands there no longer, whether it was stored or came.</summary>
    public void Remove(T item) => Set(item, null);

    /// <summary>The order as it will be; not to be read on after another change.</summary>
    public IEnumerable<T> Over(IEnumerable<T> stored)
    {
        var next = 0;
        foreach (var item in stored)
        {
            while (next < _places.Count && order.Compare(_places[next].Place, item) < 0)
                if (_places[next++].Now is { } now)
                    yield return now;
            var changes = next < _places.Count && order.Compare(_places[next].Place, item) == 0;
            if (!changes)
                yield return item;
        }
        while (next < _places.Count)
            if (_places[next++].Now is { } now)
                yield return now;
    }

    private void Set(T place, T? now)
    {
        var at = Find(place);
        if (at >= 0)
            _places[at] = (place, now);
        else
            _places.Insert(~at, (place, now));
    }

    private int Find(T place)
    {
        var (low, high) = (0, _places.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var side = order.Compare(_places[middle].Place, place);
            if (side == 0)
                return middle;
            (low, high) = side < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return ~low;
    }
}
