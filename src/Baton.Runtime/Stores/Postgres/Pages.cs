using System.Collections;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// The rows of an order, fetched page by page as far as somebody reads. What was fetched is kept and follows changes; what
/// lies behind it is in the database.
/// </summary>
/// <param name="order">The order, which is the server's too.</param>
/// <param name="next">Fetches so many rows behind one; from the first for none.</param>
internal sealed class Pages<T>(Comparer<T> order, Func<T?, int, IReadOnlyList<T>> next) : IEnumerable<T>
    where T : class
{
    private const int First = 32,
        Largest = 1024;

    private readonly List<T> _rows = [];

    /// <summary>How many rows were fetched.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether nothing lies behind what was fetched.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Takes the page behind the last; it is the end if it has fewer rows than were asked for.</summary>
    public void Take(IReadOnlyCollection<T> page, int asked)
    {
        _rows.AddRange(page);
        IsWhole = page.Count < asked;
    }

    /// <summary>A row has come.</summary>
    public void Add(T row)
    {
        var at = _rows.FindIndex(other => order.Compare(row, other) <= 0);
        if (at < 0 && IsWhole)
            _rows.Add(row);
        else if (at >= 0 && order.Compare(row, _rows[at]) == 0)
            _rows[at] = row;
        else if (at >= 0)
            _rows.Insert(at, row);
    }

    /// <summary>A row has gone.</summary>
    public void Remove(Predicate<T> isIt)
    {
        var at = _rows.FindIndex(isIt);
        if (at >= 0)
            _rows.RemoveAt(at);
    }

    /// <summary>The row among those that were fetched.</summary>
    public T? Find(Predicate<T> isIt) => _rows.Find(isIt);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at < _rows.Count || Fetch(); at++)
            yield return _rows[at];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Fetches the next page; says whether it has anything.</summary>
    private bool Fetch()
    {
        if (IsWhole)
            return false;
        var most = Math.Clamp(_rows.Count * 4, First, Largest);
        var page = next(_rows.Count > 0 ? _rows[^1] : null, most);
        Take(page, most);
        return page.Count > 0;
    }
}
