using Baton.Engine.Views;
using Baton.Runtime.Asking;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Sqlite;
using Baton.Runtime.Wording;

namespace Baton.Cli.Commands;

/// <summary>What the verbs share that only read.</summary>
public static class Reading
{
    /// <summary>Opens the scope of a site, or nothing where there is no database yet: to look must not make one.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static async ValueTask<SqliteScope?> OpenAsync(Site site, Surroundings surroundings) =>
        File.Exists(site.Database)
            ? await SqliteScope
                .OpenAsync(
                    site.Scope,
                    new SqliteSettings(site.Database, new MachineClock(new BootClock(surroundings.Clock))),
                    default
                )
                .ConfigureAwait(false)
            : null;

    /// <summary>Names runs in sentences with their titles and addresses, as long as a view is open.</summary>
    public static Telling Telling(IScopeView view, Engine.Instant now) =>
        new(id => view.Run(id) is { } run ? RunTitle.Of(run) : null, now);
}
