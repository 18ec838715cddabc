using System.Text;
using Baton.Engine.Resources;
using Baton.Runtime.Stores.Stored.V1;
using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>How values stand in columns, and are read back.</summary>
internal static class Rows
{
    /// <summary>
    /// Foreign text as a column can have it: PostgreSQL has no place for a zero, nor for half a character. What is looked for
    /// goes the same way, and the body beside the column has the text as it was.
    /// </summary>
    public static string? Column(string? text) =>
        text is null ? null
        : IsPlain(text) ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');

    /// <summary>The name of a resource, as columns have it.</summary>
    public static string Key(ResourceName name) => Column(Fields.Key(name))!;

    /// <summary>The body at a column.</summary>
    public static T Body<T>(NpgsqlDataReader row, int column, Func<ReadOnlyMemory<byte>, T> read) =>
        read(row.GetFieldValue<byte[]>(column));

    private static bool IsPlain(string text) => !text.Any(letter => letter == '\0' || char.IsSurrogate(letter));
}
