using Npgsql;
using NpgsqlTypes;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>A column of a table that rows are written to: as a value of one row, or as an array of many.</summary>
/// <param name="One">The parameter of one row.</param>
/// <param name="Many">The parameter of many.</param>
/// <param name="As">What stands for a parameter's or a column's name in the statement.</param>
internal sealed record Column<T>(
    Func<T, NpgsqlParameter> One,
    Func<IReadOnlyList<T>, NpgsqlParameter> Many,
    Func<string, string> As
)
{
    public static Column<T> Text(Func<T, string?> value, Func<string, string>? written = null) =>
        new(
            row => Of(NpgsqlDbType.Text, value(row)),
            rows => Exchange.Value(Each(rows, value)),
            written ?? (static name => name)
        );

    public static Column<T> Number(Func<T, long?> value) =>
        new(
            row => value(row) is { } number ? Exchange.Value(number) : Of(NpgsqlDbType.Bigint, null),
            rows => Exchange.Value(Each(rows, value)),
            static name => name
        );

    public static Column<T> Flag(Func<T, bool> value) =>
        new(row => Exchange.Value(value(row)), rows => Exchange.Value(Each(rows, value)), static name => name);

    public static Column<T> Bytes(Func<T, byte[]> value) =>
        new(row => Exchange.Value(value(row)), rows => Exchange.Value(Each(rows, value)), static name => name);

    private static NpgsqlParameter Of(NpgsqlDbType type, string? value) =>
        value is null
            ? new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value }
            : new NpgsqlParameter<string> { TypedValue = value };

    private static TColumn[] Each<TColumn>(IReadOnlyList<T> rows, Func<T, TColumn> value)
    {
        var values = new TColumn[rows.Count];
        for (var at = 0; at < values.Length; at++)
            values[at] = value(rows[at]);
        return values;
    }
}
