namespace Baton.Engine.Applying;

/// <summary>
/// What changes in an order of the view: what stands there no longer, and what stands there now. An order in which nothing
/// changes has none, and is read as it is stored.
/// </summary>
internal sealed class Overlay<T>(Comparer<T> order)
{
    private readonly List<T> _come = [];
    private readonly List<T> _gone = [];

    /// <summary>Something stands there now.</summary>
    public void Add(T item) => _come.Insert(~_come.BinarySearch(item, order), item);

    /// <summary>Something stands there no longer, whether it was stored or came.</summary>
    public void Remove(T item)
    {
        if (_come.BinarySearch(item, order) is >= 0 and var at)
            _come.RemoveAt(at);
        else if (_gone.BinarySearch(item, order) is < 0 and var place)
            _gone.Insert(~place, item);
    }

    /// <summary>The order as it will be; not to be read on after another change.</summary>
    public IEnumerable<T> Over(IEnumerable<T> stored)
    {
        var next = 0;
        foreach (var item in stored)
        {
            if (_gone.Count > 0 && _gone.BinarySearch(item, order) >= 0)
                continue;
            while (next < _come.Count && order.Compare(_come[next], item) < 0)
                yield return _come[next++];
            yield return item;
        }
        while (next < _come.Count)
            yield return _come[next++];
    }
}
