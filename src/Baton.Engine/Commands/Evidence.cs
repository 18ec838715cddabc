namespace Baton.Engine.Commands;

/// <summary>Why a run may be called lost. There is no other way to lose a lease (promise 9).</summary>
public abstract record Evidence
{
    private Evidence() { }

    /// <summary>The kernel says that the owner is dead, in the process domain that the owner lived in.</summary>
    public sealed record HolderDead(string Domain) : Evidence;

    /// <summary>The sender saw the same run, token and counter for this long, on its own monotonic clock.</summary>
    public sealed record SeenUnrenewed(TimeSpan For) : Evidence;
}
