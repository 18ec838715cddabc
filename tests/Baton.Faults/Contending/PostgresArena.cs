using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>A PostgreSQL of its own, which is restarted as if it had died.</summary>
internal sealed class PostgresArena : Arena
{
    private PostgresServer? _server;

    /// <inheritdoc/>
    public override string Name => "postgres";

    /// <inheritdoc/>
    public override string Blow => "server restarted at once";

    /// <inheritdoc/>
    public override string? Missing => PostgresServer.Missing;

    /// <inheritdoc/>
    public override async Task<string> MakeAsync(Machine machine)
    {
        _server ??= await PostgresServer.StartAsync();
        return _server.Address(await _server.MakeDatabaseAsync());
    }

    /// <inheritdoc/>
    public override Task StrikeAsync(Random chance)
    {
        _server!.Restart();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await base.DisposeAsync();
    }
}
