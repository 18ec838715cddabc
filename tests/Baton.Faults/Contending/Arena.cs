using Baton.Faults.Machines;

namespace Baton.Faults.Contending;

/// <summary>A kind of store that a contest is held over, and what may happen to its server.</summary>
public abstract class Arena : IAsyncDisposable
{
    /// <summary>Its name in the table.</summary>
    public abstract string Name { get; }

    /// <summary>What happens to its server.</summary>
    public abstract string Blow { get; }

    /// <summary>Why it can't be had here; nothing if it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Makes a store of its own; gives its address.</summary>
    public abstract Task<string> MakeAsync(Machine machine);

    /// <summary>Strikes the server, somewhere in what it does just now.</summary>
    public abstract Task StrikeAsync(Random chance);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
