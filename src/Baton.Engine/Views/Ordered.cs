using System.Collections;

namespace Baton.Engine.Views;

/// <summary>
/// Rows in an order, in pages: what is first is found at once, and a row that comes or goes moves at most one page. A tree
/// would do the same in as many steps, each of them somewhere else in memory.
/// </summary>
internal sealed class Ordered<T>(Comparer<T> order) : IEnumerable<T>
{
    private const int PageLength = 128;
    private List<T> _front = [];
    private List<List<T>>? _behind; // the pages after the first, none of them empty

    /// <summary>Whether there is no row.</summary>
    public bool IsEmpty => _front.Count == 0;

    /// <summary>Adds a row, unless there is one that is equal in the order.</summary>
    public void Add(T item)
    {
        var at = PageFor(item);
        var page = PageAt(at);
        var place = ~page.BinarySearch(item, order);
        if (place < 0)
            return;
        if (page.Count == PageLength)
            (page, place) = Split(at, place);
        page.Insert(place, item);
    }

    /// <summary>Takes away the row that is equal in the order, if there is one.</summary>
    public void Remove(T item)
    {
        var at = PageFor(item);
        var page = PageAt(at);
        var place = page.BinarySearch(item, order);
        if (place < 0)
            return;
        page.RemoveAt(place);
        if (page.Count == 0)
            Drop(at);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at <= (_behind?.Count ?? 0); at++)
        for (var place = 0; place < PageAt(at).Count; place++)
            yield return PageAt(at)[place];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<T> PageAt(int at) => at == 0 ? _front : _behind![at - 1];

    /// <summary>The first page whose last row isn't before an item; the last page if there is none.</summary>
    private int PageFor(T item)
    {
        var (low, high) = (0, _behind?.Count ?? 0);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.Compare(PageAt(middle)[^1], item) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Makes room in a full page; says where a place of it is then. Who comes last begins a page.</summary>
    private (List<T> Page, int Place) Split(int at, int place)
    {
        var page = PageAt(at);
        var kept = place == PageLength ? PageLength : PageLength / 2;
        var next = page.GetRange(kept, PageLength - kept);
        page.RemoveRange(kept, PageLength - kept);
        (_behind ??= []).Insert(at, next);
        return place < kept ? (page, place) : (next, place - kept);
    }

    private void Drop(int at)
    {
        if (_behind is null or [])
            return;
        if (at == 0)
            _front = _behind[0];
        _behind.RemoveAt(Math.Max(at - 1, 0));
    }
}
