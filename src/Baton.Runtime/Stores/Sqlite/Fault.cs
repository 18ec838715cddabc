using SQLitePCL;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>What SQLite's result codes mean to whoever uses the store (https://www.sqlite.org/rescode.html).</summary>
internal static class Fault
{
    /// <summary>The exception for a result code; its message says where, what, and what to do.</summary>
    public static StoreException From(int code, string path, string detail) =>
        code == raw.SQLITE_IOERR_SHMSIZE // the log's index can't grow, whoever reads included
            ? Full(path)
            : FromKind(code, path, detail);

    /// <summary>Whether a result code says that others have the lock, so that waiting may help.</summary>
    public static bool IsBusy(int code) => (code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL;

    private static StoreException FromKind(int code, string path, string detail) =>
        (code & 0xff) switch
        {
            _ when IsBusy(code) => Busy(path),
            raw.SQLITE_NOTADB => Corrupt(path, "it is no SQLite database, or its beginning is damaged"),
            raw.SQLITE_CORRUPT => Corrupt(path, detail),
            // The schema is checked when the file is opened: a statement that doesn't fit it means damage.
            raw.SQLITE_ERROR or raw.SQLITE_MISMATCH or raw.SQLITE_CONSTRAINT or raw.SQLITE_FORMAT => Corrupt(
                path,
                detail
            ),
            raw.SQLITE_FULL => Full(path),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => ReadOnly(path, detail),
            raw.SQLITE_CANTOPEN => new(
                StoreFault.Unavailable,
                $"{path}: the database can't be opened ({detail}). Check that the file and its folder are there and are yours."
            ),
            _ => new(
                StoreFault.Unavailable,
                $"{path}: the database can't be read or written ({detail}, code {code}). Check the disk, then try again."
            ),
        };

    public static StoreException Corrupt(string path, string detail, Exception? inner = null) =>
        new(
            StoreFault.Corrupt,
            $"{path}: the database is damaged ({detail}). Nothing was overwritten. "
                + "Keep a copy, then put back a backup, or move the file away, with those that have -wal and -shm behind "
                + "its name, to begin anew.",
            inner
        );

    private static StoreException Full(string path) =>
        new(StoreFault.Full, $"{path}: the disk is full; nothing was changed. Make room, then try again.");

    public static StoreException Busy(string path) =>
        new(
            StoreFault.Unavailable,
            $"{path}: other processes kept the database locked for too long. Look for one that hangs, then try again."
        );

    public static StoreException ReadOnly(string path, string detail) =>
        new(
            StoreFault.ReadOnly,
            $"{path}: the database can't be written ({detail}). Make the file and its folder writable for this user, "
                + "or name another store."
        );
}
