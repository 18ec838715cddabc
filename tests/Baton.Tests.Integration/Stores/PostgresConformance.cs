using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Postgres;
using Baton.Tests.Integration.Support;

namespace Baton.Tests.Integration.Stores;

/// <summary>The PostgreSQL store does what every store must do.</summary>
public sealed class PostgresConformance(SharedPostgres postgres) : StoreConformance
{
    private readonly Lazy<Task<PostgresAddress>> _address = new(async () =>
    {
        var server = await postgres.ServerAsync();
        return PostgresAddress.Parse(server.Address(await server.MakeDatabaseAsync()));
    });

    private protected override async ValueTask<IScopeStore> OpenAsync(string scope, Retention? retention = null) =>
        await PostgresScope.OpenAsync(
            scope,
            new PostgresSettings(await _address.Value, TimeProvider.System)
            {
                Clock = Clock,
                Retention = retention ?? Retention.Default,
                Patience = TimeSpan.FromMinutes(2),
            },
            CancellationToken.None
        );
}
