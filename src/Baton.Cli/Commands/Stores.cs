using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Cli.Commands;

/// <summary>Opens the store of a site.</summary>
internal static class Stores
{
    /// <summary>Opens its scope.</summary>
    /// <param name="site">Where it is.</param>
    /// <param name="clock">The boot clock.</param>
    /// <param name="patience">How long to stand in line before the store counts as unavailable; none for the usual.</param>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static ValueTask<SqliteScope> OpenAsync(Site site, BootClock clock, TimeSpan? patience = null)
    {
        var settings = new SqliteSettings(site.Database, new MachineClock(clock));
        return SqliteScope.OpenAsync(
            site.Scope,
            patience is { } some ? settings with { Patience = some } : settings,
            CancellationToken.None
        );
    }

    /// <summary>The folder of the bells and notes of those who share it.</summary>
    public static string FolderOf(Site site) => FolderOf(site.Database);

    /// <summary>The same, of a database.</summary>
    public static string FolderOf(string database) => database + ".runs";
}
