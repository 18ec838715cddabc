namespace Baton.Engine.Applying;

/// <summary>
/// An order of the view with its changes laid over it: at each place that changes, what stands there now, or that nothing
/// does. An order in which nothing changes is read as it is stored.
/// </summary>
internal sealed class Overlay<T>(IEnumerable<T> stored, Comparer<T> order)
    where T : class
{
    private List<(T Place, T? Now)>? _places;

    /// <summary>Something stands there now.</summary>
    public void Add(T item) => Set(item, item);

    /// <summary>Something stands there no longer, whether it was stored or came.</summary>
    public void Remove(T item) => Set(item, null);

    /// <summary>The order as it will be; not to be read on after another change.</summary>
    public IEnumerable<T> Read() => _places is null ? stored : Merged(_places);

    private IEnumerable<T> Merged(List<(T Place, T? Now)> places)
    {
        var next = 0;
        foreach (var item in stored)
        {
            while (next < places.Count && order.Compare(places[next].Place, item) < 0)
                if (places[next++].Now is { } now)
                    yield return now;
            var changes = next < places.Count && order.Compare(places[next].Place, item) == 0;
            if (!changes)
                yield return item;
        }
        while (next < places.Count)
            if (places[next++].Now is { } now)
                yield return now;
    }

    private void Set(T place, T? now)
    {
        _places ??= new(2);
        var at = Find(_places, place);
        if (at >= 0)
            _places[at] = (place, now);
        else
            _places.Insert(~at, (place, now));
    }

    private int Find(List<(T Place, T? Now)> places, T place)
    {
        var (low, high) = (0, places.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var side = order.Compare(places[middle].Place, place);
            if (side == 0)
                return middle;
            (low, high) = side < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return ~low;
    }
}
