using SQLitePCL;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// Opens a database, and makes one where none is. A new one is made whole under another name and then renamed: so an
/// empty or half-written file is never one of ours in the making, and what is there is never written over.
/// </summary>
internal static class Opening
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens the database of the settings.</summary>
    /// <exception cref="StoreException">It can't be opened, is damaged, too new, or in an unsuitable place.</exception>
    public static async ValueTask<Database> OpenAsync(SqliteSettings settings, CancellationToken cancellation)
    {
        var folder = FolderOf(settings.Path);
        if (settings.Refusal(folder) is { } why)
            throw new StoreException(
                StoreFault.Unsuitable,
                $"{settings.Path}: {why}. A database must be on a file system of this machine; name another path, "
                    + "or a store that is made for several machines."
            );
        if (!File.Exists(settings.Path))
            await MakeAsync(settings, cancellation).ConfigureAwait(false);
        var database = Database.Open(settings.Path);
        try
        {
            database.WaitForLocks(settings.Patience);
            database.KeepLogOnClose();
            database.Execute("PRAGMA synchronous = FULL");
            // Whoever opens the database first reads the whole log: a short one costs a tenth of a long one's 2 ms.
            database.Execute("PRAGMA wal_autocheckpoint = 200");
            database.Execute("BEGIN"); // one reading transaction for all that is looked at
            var older = Check(database);
            database.Execute("COMMIT");
            if (older is { } version)
                await MigrateAsync(database, settings, version, cancellation).ConfigureAwait(false);
            database.WaitForLocks(TimeSpan.Zero);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a database that is there, to look at it: nothing is made, migrated or written.</summary>
    /// <exception cref="StoreException">It can't be read, is damaged, or too new.</exception>
    public static Database ToRead(SqliteSettings settings)
    {
        var database = Database.OpenToRead(settings.Path);
        try
        {
            database.WaitForLocks(settings.Patience);
            database.KeepLogOnClose();
            database.Execute("BEGIN");
            _ = Check(database);
            database.Execute("COMMIT");
            database.WaitForLocks(TimeSpan.Zero);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static string FolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        try
        {
            if (Directory.Exists(folder))
                return folder;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault.ReadOnly(path, fault.Message);
        }
    }

    /// <summary>Looks whether this program can use the database; the version to migrate from, if it is an older one.</summary>
    private static int? Check(Database database)
    {
        if (new FileInfo(database.Path) is { Exists: true, Length: 0 })
            throw Fault.Corrupt(database.Path, "the file is empty");
        var application = database.Number("PRAGMA application_id");
        if (application != Schema.Application)
            throw new StoreException(
                StoreFault.Unsuitable,
                $"{database.Path}: this SQLite database is not one of Baton's (application id {application}). "
                    + "Nothing was written to it. Name another file."
            );
        var version = (int)database.Number("PRAGMA user_version");
        if (version > Schema.Version)
            throw new StoreException(
                StoreFault.TooNew,
                $"{database.Path}: a newer Baton wrote this database (format {version}, this program knows {Schema.Version}). "
                    + "Nothing was changed. Use the newer program."
            );
        if (version < 1)
            throw Fault.Corrupt(database.Path, $"it has format {version}, which never was");
        if (!Schema.IsIntact(database))
            throw Fault.Corrupt(database.Path, "the definitions of its tables were changed");
        return version < Schema.Version ? version : null;
    }

    private static async ValueTask MigrateAsync(
        Database database,
        SqliteSettings settings,
        int seen,
        CancellationToken cancellation
    )
    {
        using var place = await new WriterLine(settings.Path)
            .EnterAsync(settings.Patience, cancellation)
            .ConfigureAwait(false);
        database.Execute("BEGIN IMMEDIATE");
        if (Check(database) is { } from && from >= seen)
            Schema.Migrate(database, from);
        database.Execute("COMMIT");
    }

    private static async ValueTask MakeAsync(SqliteSettings settings, CancellationToken cancellation)
    {
        using var place = await new WriterLine(settings.Path)
            .EnterAsync(settings.Patience, cancellation)
            .ConfigureAwait(false);
        if (File.Exists(settings.Path))
            return; // somebody before us in the line made it
        // SQLite would write the log of the database that is gone into the new one.
        if (new FileInfo(settings.Path + "-wal") is { Exists: true, Length: > 0 })
            throw Fault.Corrupt(
                settings.Path,
                "the file is gone and its log, with -wal behind its name, is still there"
            );
        var draft = settings.Path + "-new";
        try
        {
            foreach (var suffix in (string[])["", "-journal", "-wal", "-shm"])
                File.Delete(draft + suffix); // what a maker left that died
            Fill(draft);
            File.Move(draft, settings.Path, overwrite: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(settings.Path)) // else somebody was faster, where nobody stands in line
                throw Fault.ReadOnly(settings.Path, fault.Message);
        }
        Files.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(settings.Path)) ?? "/");
    }

    private static void Fill(string draft)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        new FileStream(draft, options).Dispose();
        using var database = Database.Open(draft, raw.SQLITE_OPEN_CREATE);
        database.Execute("BEGIN IMMEDIATE");
        database.Execute(FormattableString.Invariant($"PRAGMA application_id = {Schema.Application}"));
        Schema.Migrate(database, 0);
        database.Execute("COMMIT");
        database.Execute("PRAGMA journal_mode = WAL");
    }
}
