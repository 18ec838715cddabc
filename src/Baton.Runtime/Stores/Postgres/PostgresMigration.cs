using Npgsql;

namespace Baton.Runtime.Stores.Postgres;

/// <summary>Makes the tables, or brings them to this program's form, before any run needs them: by a user who may, once.</summary>
/// <param name="From">The form that they had; 0 where there were none.</param>
/// <param name="To">The form that they have now.</param>
public sealed record PostgresMigration(int From, int To)
{
    /// <summary>Whether anything had to be done.</summary>
    public bool IsAny => From < To;

    /// <summary>Does it, or tries whether it would succeed.</summary>
    /// <exception cref="StoreException">The server can't be reached or refuses, or a newer program made the tables.</exception>
    public static async ValueTask<PostgresMigration> RunAsync(
        PostgresSettings settings,
        Performance performance,
        CancellationToken cancellation
    )
    {
        await using var session = new Session(settings with { Makes = false }, _ => { });
        try
        {
            var connection = await session.OpenAsync(cancellation).ConfigureAwait(false);
            var migration = new PostgresMigration(session.Form, Schema.Version);
            if (migration.IsAny)
                await Schema.MigrateAsync(connection, performance, cancellation).ConfigureAwait(false);
            return migration;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException)
        {
            throw Fault.From(failure, settings.Address);
        }
    }
}
