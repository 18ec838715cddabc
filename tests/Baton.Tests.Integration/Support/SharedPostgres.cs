using Baton.Tests.Integration.Support;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Baton.Tests.Integration.Support;

/// <summary>One PostgreSQL for all tests, started by the first that needs it; each test has a database of its own.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());

    /// <summary>The server; the test is skipped where there is none.</summary>
    public Task<PostgresServer> ServerAsync()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        return _server.Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }
}
