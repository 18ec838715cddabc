using Baton.Faults.Machines;
using Baton.Runtime.Stores;
using Baton.Runtime.Stores.Postgres;

namespace Baton.Proof.Conforming;

/// <summary>PostgreSQL, a server of its own.</summary>
internal sealed class PostgresUnderTest(TimeProvider time) : IStoreUnderTest
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public string? Missing => PostgresServer.Missing;

    /// <inheritdoc/>
    public async ValueTask<ITendedScope> OpenAsync(string scope, CancellationToken cancellation)
    {
        var server = await _server.Value.ConfigureAwait(false);
        var settings = new PostgresSettings(PostgresAddress.Parse(server.Address("postgres")), time)
        {
            Patience = TimeSpan.FromMinutes(5),
        };
        return await PostgresScope.OpenAsync(scope, settings, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }
}
