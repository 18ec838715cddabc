using Baton.Runtime.Kernel;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>Where a database is and how it is used.</summary>
/// <param name="Path">The database file; its folder is made if it isn't there.</param>
/// <param name="Clock">The clocks of this machine.</param>
public sealed record SqliteSettings(string Path, IScopeClock Clock)
{
    /// <summary>
    /// Says why a database can't be in a folder, or nothing. SQLite's locks and its shared memory don't reach over
    /// network and shared file systems: two machines would each believe that they alone write
    /// (https://www.sqlite.org/wal.html, https://www.sqlite.org/howtocorrupt.html).
    /// </summary>
    public Func<string, string?> Refusal { get; init; } = RefuseShared;

    /// <summary>How long to stand in line before the store counts as unavailable.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is kept of what is over.</summary>
    public Retention Retention { get; init; } = Retention.Default;

    private static string? RefuseShared(string folder) =>
        Mounts.Under(folder) is Mount.Shared shared
            ? $"its folder is on a network or shared file system ({shared.Kind})"
            : null;
}
