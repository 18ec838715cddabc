using System.Diagnostics;
using Baton.Runtime.Asking;
using Baton.Runtime.Fencing;
using Baton.Runtime.Git;
using Baton.Runtime.Kernel;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Git;
using Baton.Runtime.Stores.Postgres;
using Baton.Runtime.Stores.Sqlite;

namespace Baton.Cli.Commands;

/// <summary>Opens the store of a site: the one place that knows which kinds there are.</summary>
internal static class Stores
{
    /// <summary>The variable with the password for a database server.</summary>
    public const string PasswordVariable = "BATON_STORE_PASSWORD";

    /// <summary>Opens its scope.</summary>
    /// <param name="surroundings">The environment that git gets, and that has the password for a server.</param>
    /// <param name="site">Where it is.</param>
    /// <param name="clock">The boot clock.</param>
    /// <param name="patience">How long to try before the store counts as unavailable; none for the usual.</param>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static ValueTask<ITendedScope> OpenAsync(
        Surroundings surroundings,
        Site site,
        BootClock clock,
        TimeSpan? patience = null
    ) => OpenAsync(surroundings, (site.Scope, site.Place), clock, patience);

    /// <summary>Opens a scope at a place.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static async ValueTask<ITendedScope> OpenAsync(
        Surroundings surroundings,
        (string Scope, StorePlace Place) where,
        BootClock clock,
        TimeSpan? patience = null
    ) =>
        where.Place switch
        {
            StorePlace.File file => await SqliteScope
                .OpenAsync(
                    where.Scope,
                    patience is { } some ? Settings(file, clock) with { Patience = some } : Settings(file, clock),
                    CancellationToken.None
                )
                .ConfigureAwait(false),
            StorePlace.Git git => GitScope.Open(
                where.Scope,
                patience is { } some
                    ? Settings(surroundings, git, clock).Within(some)
                    : Settings(surroundings, git, clock)
            ),
            StorePlace.Postgres server => await PostgresScope
                .OpenAsync(where.Scope, Settings(surroundings, server, clock, patience), CancellationToken.None)
                .ConfigureAwait(false),
            _ => throw new UnreachableException("there is no other kind of store"),
        };

    /// <summary>Opens its scope to look at it; nothing is made, migrated or written.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static async ValueTask<ITendedScope> OpenToReadAsync(
        Surroundings surroundings,
        Site site,
        BootClock clock
    ) =>
        site.Place switch
        {
            StorePlace.File file => SqliteScope.OpenToRead(site.Scope, Settings(file, clock)),
            StorePlace.Postgres server => await FindAsync(surroundings, (site.Scope, server), clock, TimeSpan.Zero)
                .ConfigureAwait(false)
                ?? throw new StoreException(
                    StoreFault.Unavailable,
                    $"{server.Url}: the server answers, and has no tables of Baton's yet. The first run makes them."
                ),
            _ => await OpenAsync(surroundings, site, clock).ConfigureAwait(false),
        };

    /// <summary>Opens its scope if its store is there; to look must not make one.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static async ValueTask<ITendedScope?> FindAsync(Surroundings surroundings, Site site, BootClock clock) =>
        site.Place is StorePlace.Postgres server
            ? await FindAsync(surroundings, (site.Scope, server), clock, null).ConfigureAwait(false)
            : await OpenAsync(surroundings, site, clock).ConfigureAwait(false);

    /// <summary>Makes a database's tables or brings them to this program's form; nothing where a store has none of its own.</summary>
    /// <exception cref="StoreException">The server can't be reached or refuses, or a newer program made the tables.</exception>
    public static async ValueTask<PostgresMigration?> MigrateAsync(
        Surroundings surroundings,
        Site site,
        BootClock clock,
        Performance performance
    ) =>
        site.Place is StorePlace.Postgres server
            ? await PostgresMigration
                .RunAsync(Settings(surroundings, server, clock, null), performance, CancellationToken.None)
                .ConfigureAwait(false)
            : null;

    private static async ValueTask<ITendedScope?> FindAsync(
        Surroundings surroundings,
        (string Scope, StorePlace.Postgres Server) where,
        BootClock clock,
        TimeSpan? patience
    ) =>
        await PostgresScope
            .FindAsync(where.Scope, Settings(surroundings, where.Server, clock, patience), CancellationToken.None)
            .ConfigureAwait(false);

    /// <summary>What moves the fences of a run that is kept in a store; nothing where it has none.</summary>
    /// <param name="surroundings">The environment that git gets.</param>
    /// <param name="fences">The fences, and the folder in which their remotes are named.</param>
    /// <param name="where">The scope's name, and the folder of its bells and notes.</param>
    /// <param name="store">The store.</param>
    public static FenceTaker? FencesOf(
        Surroundings surroundings,
        (IReadOnlyList<FenceWish> Wishes, string Folder) fences,
        (string Scope, string Folder) where,
        ITendedScope store
    ) =>
        fences.Wishes.Count == 0
            ? null
            : new FenceTaker(
                new GitProgram(surroundings.Variables(), new BootClock(surroundings.Clock)),
                surroundings.Clock,
                surroundings.Chance
            )
            {
                Wishes = fences.Wishes,
                Folder = fences.Folder,
                Scratch = Path.Combine(where.Folder, "git"),
                Scope = where.Scope,
                StoreId = store.StoreIdAsync,
                OnOtherStore = why => surroundings.Say($"warning: {why}"),
            };

    private static SqliteSettings Settings(StorePlace.File file, BootClock clock) =>
        new(file.Path, new MachineClock(clock));

    private static GitStoreSettings Settings(Surroundings surroundings, StorePlace.Git git, BootClock clock) =>
        GitStoreSettings.For(
            git,
            new GitProgram(surroundings.Variables(), clock),
            (clock, new MachineClock(clock)),
            surroundings.Chance
        ) with
        {
            OnOverBudget = sentence => surroundings.Say($"warning: {sentence}"),
        };

    private static PostgresSettings Settings(
        Surroundings surroundings,
        StorePlace.Postgres server,
        BootClock clock,
        TimeSpan? patience
    )
    {
        try
        {
            var settings = new PostgresSettings(PostgresAddress.Parse(server.Url), clock)
            {
                Password = surroundings.Variable(PasswordVariable),
            };
            return patience is { } some ? settings with { Patience = some } : settings;
        }
        catch (FormatException malformed)
        {
            throw new AskingException(AskingFault.Configuration, malformed.Message);
        }
    }
}
