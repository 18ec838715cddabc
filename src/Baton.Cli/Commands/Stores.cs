using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Cli.Commands;

/// <summary>Opens the store of a site.</summary>
internal static class Stores
{
    /// <summary>Opens its scope.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static ValueTask<SqliteScope> OpenAsync(Site site, BootClock clock) =>
        SqliteScope.OpenAsync(
            site.Scope,
            new SqliteSettings(site.Database, new MachineClock(clock)),
            CancellationToken.None
        );

    /// <summary>The folder of the bells and notes of those who share it.</summary>
    public static string FolderOf(Site site) => FolderOf(site.Database);

    /// <summary>The same, of a database.</summary>
    public static string FolderOf(string database) => database + ".runs";
}
