using System.Text;
using SQLitePCL;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// A prepared statement, rented from its database. Disposing resets it and gives it back, so that a reading that was
/// abandoned half way keeps no lock and no cursor.
/// </summary>
internal sealed class Statement(Database database, string sql, sqlite3_stmt handle) : IDisposable
{
    private int _bound;

    public string Sql { get; } = sql;

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(long? value)
    {
        _bound++;
        database.Check(
            value is { } number ? raw.sqlite3_bind_int64(handle, _bound, number) : raw.sqlite3_bind_null(handle, _bound)
        );
        return this;
    }

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(string? value)
    {
        _bound++;
        database.Check(
            value switch
            {
                null => raw.sqlite3_bind_null(handle, _bound),
                "" => raw.sqlite3_bind_text(handle, _bound, ""), // an empty span would bind null
                _ => raw.sqlite3_bind_text(handle, _bound, Encoding.UTF8.GetBytes(value)),
            }
        );
        return this;
    }

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(ReadOnlySpan<byte> value)
    {
        database.Check(raw.sqlite3_bind_blob(handle, ++_bound, value));
        return this;
    }

    /// <summary>Steps to the next row; false after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        throw database.FaultOf(code);
    }

    /// <summary>Steps to the end.</summary>
    public void Run()
    {
        while (Step()) { }
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    /// <summary>Makes it ready to be used again; what went wrong in its last step was told by that step.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
        _bound = 0;
    }

    public void Dispose() => database.GiveBack(this);

    /// <summary>Frees it for good.</summary>
    public void Free() => handle.Dispose();
}
