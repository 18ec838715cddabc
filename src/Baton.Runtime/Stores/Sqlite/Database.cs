using SQLitePCL;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// A connection to a database file, by SQLite's own interface: an ADO.NET provider would cost more to start than the
/// whole command may take. Used by one thread at a time.
/// </summary>
internal sealed class Database : IDisposable
{
    private static readonly Lazy<int> Provider = new(() =>
    {
        SqliteLibrary.Find();
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return raw.sqlite3_initialize();
    });

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, Stack<Statement>> _idle = [];
    private readonly HashSet<Statement> _rented = [];
    private readonly sqlite3 _handle;

    private Database(string path, sqlite3 handle) => (Path, _handle) = (path, handle);

    public string Path { get; }

    /// <summary>Whether the file, or its folder, can't be written.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") != 0;

    /// <summary>Whether what failed last did so since somebody else has the lock.</summary>
    private bool IsLocked => Fault.IsBusy(raw.sqlite3_errcode(_handle));

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Opens a file that is there, or, if <paramref name="create"/> says so, may be not.</summary>
    public static Database Open(string path, int create = 0)
    {
        _ = Provider.Value;
        return OpenWith(path, raw.SQLITE_OPEN_READWRITE | create);
    }

    /// <summary>
    /// Opens a file that is there, to read only. Where it has no log nobody has it open, and SQLite would make one to look
    /// into it: so it is told that nothing changes (https://www.sqlite.org/c3ref/open.html, "immutable").
    /// </summary>
    public static Database OpenToRead(string path)
    {
        _ = Provider.Value;
        if (System.IO.File.Exists(path + "-wal"))
            return OpenWith(path, raw.SQLITE_OPEN_READONLY);
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return OpenWith(path, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, $"file:{escaped}?immutable=1");
    }

    private static Database OpenWith(string path, int flags, string? name = null)
    {
        var code = raw.sqlite3_open_v2(name ?? path, out var handle, flags, null);
        var database = new Database(path, handle);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_extended_result_codes(handle, 1));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Lets SQLite itself wait for locks; it keeps no order, and can't be called off.</summary>
    public void WaitForLocks(TimeSpan atMost) =>
        Check(raw.sqlite3_busy_timeout(_handle, (int)Math.Min(atMost.TotalMilliseconds, int.MaxValue)));

    /// <summary>Leaves the log as it is when the last connection closes: writing it back costs two more syncs.</summary>
    public void KeepLogOnClose() =>
        Check(raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _));

    public Statement Rent(string sql)
    {
        if (!_idle.TryGetValue(sql, out var stack) || !stack.TryPop(out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
            statement = new(this, sql, prepared);
        }
        _rented.Add(statement);
        return statement;
    }

    public void GiveBack(Statement statement)
    {
        statement.Reset();
        if (!_rented.Remove(statement))
            return; // reclaimed before
        if (!_idle.TryGetValue(statement.Sql, out var stack))
            _idle[statement.Sql] = stack = new();
        stack.Push(statement);
    }

    /// <summary>Takes back what was _rented: a reading that is never finished must not outlive its transaction.</summary>
    public void Reclaim()
    {
        foreach (var statement in _rented.ToArray())
            GiveBack(statement);
    }

    /// <summary>
    /// Begins a transaction, with all the locks that it needs to go on. SQLite's own waiting for them can't be called off,
    /// and in the library that we have it knows whole seconds only: so it isn't used here.
    /// </summary>
    /// <exception cref="StoreException">Others kept the database locked for longer than <paramref name="patience"/>.</exception>
    public void Begin(Begin begin, TimeSpan patience, CancellationToken cancellation)
    {
        for (var left = patience; !Begins(begin); left -= Pause)
        {
            if (left <= TimeSpan.Zero)
                throw Fault.Busy(Path);
            if (cancellation.WaitHandle.WaitOne(Pause))
                cancellation.ThrowIfCancellationRequested();
        }
    }

    private bool Begins(Begin begin)
    {
        try
        {
            Execute(begin == Sqlite.Begin.ToWrite ? "BEGIN IMMEDIATE" : "BEGIN");
            if (begin == Sqlite.Begin.ToRead)
                _ = Number("PRAGMA user_version"); // takes the lock, which the beginning leaves to the first reading
            return true;
        }
        catch (StoreException) when (IsLocked)
        {
            RollBack();
            return false;
        }
    }

    /// <summary>Ends an open transaction; nothing of it is written.</summary>
    public void RollBack()
    {
        Reclaim();
        try
        {
            if (InTransaction)
                Execute("ROLLBACK");
        }
        catch (StoreException)
        {
            // What led here is told already. A transaction that can't be rolled back is so when the file is next opened.
        }
    }

    /// <summary>The row id of the last insertion.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Runs a statement that has no parameters.</summary>
    public void Execute(string sql)
    {
        using var statement = Rent(sql);
        statement.Run();
    }

    /// <summary>The first number that a statement without parameters gives.</summary>
    public long Number(string sql)
    {
        using var statement = Rent(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw FaultOf(code);
    }

    public StoreException FaultOf(int code) => Fault.From(code, Path, raw.sqlite3_errmsg(_handle).utf8_to_string());

    public void Dispose()
    {
        Reclaim();
        foreach (var statement in _idle.Values.SelectMany(stack => stack))
            statement.Free();
        _idle.Clear();
        _handle.Dispose();
    }
}
