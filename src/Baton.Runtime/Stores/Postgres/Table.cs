using System.Globalization;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// A table that rows are written to. Few are a statement each, which the server has less work with than with arrays that it
/// takes apart. Many are one.
/// </summary>
internal sealed class Table<T>
{
    private const int Few = 4;

    private readonly Column<T>[] _columns;
    private readonly string _one;
    private readonly string _many;

    /// <param name="into">The table, and its columns: that of the scope, and then the others.</param>
    /// <param name="conflict">What happens where a row is there already.</param>
    /// <param name="columns">The others.</param>
    public Table(string into, string conflict, params ReadOnlySpan<Column<T>> columns)
    {
        _columns = columns.ToArray();
        string Join(Func<int, string> one) => string.Join(", ", Enumerable.Range(0, _columns.Length).Select(one));
        static string Number(int at) => (at + 2).ToString(CultureInfo.InvariantCulture);
        _one = $"INSERT INTO {into} VALUES ($1, {Join(at => _columns[at].As("$" + Number(at)))}) {conflict}";
        _many =
            $"INSERT INTO {into} SELECT $1, {Join(at => _columns[at].As("c" + Number(at)))} "
            + $"FROM unnest({Join(at => "$" + Number(at))}) AS u({Join(at => "c" + Number(at))}) {conflict}";
    }

    /// <summary>Adds the statements that write rows.</summary>
    public void Write(Exchange exchange, long scope, IReadOnlyList<T> rows)
    {
        if (rows.Count > Few)
            exchange.Add(_many, [Exchange.Value(scope), .. _columns.Select(column => column.Many(rows))]);
        else
            foreach (var row in rows)
                exchange.Add(_one, [Exchange.Value(scope), .. _columns.Select(column => column.One(row))]);
    }
}
