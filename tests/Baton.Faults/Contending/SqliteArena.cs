using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>A file, which has no server.</summary>
internal sealed class SqliteArena : Arena
{
    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override string Blow => "no server";

    /// <inheritdoc/>
    public override Task<string> MakeAsync(Machine machine) => Task.FromResult("sqlite:" + machine.At("contest.db"));

    /// <inheritdoc/>
    public override Task StrikeAsync(Random chance) => Task.CompletedTask;
}
