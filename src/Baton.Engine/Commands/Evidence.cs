namespace Baton.Engine.Commands;

/// <summary>Why a run may be called lost. There is no other way to lose a lease (promise 9).</summary>
public abstract record Evidence
{
    private Evidence() { }

    /// <summary>The kernel says that the owner is dead, in the process domain that the owner lived in.</summary>
    public sealed record HolderDead(string Domain) : Evidence;

    /// <summary>
    /// A run of a service's owns it, and nobody has heard of that for a whole lease of scope time. There is no holder
    /// there that trusts the lease by a clock: only the service could have said that the owner goes on.
    /// </summary>
    public sealed record ServiceSilent : Evidence;

    /// <summary>The sender saw the same run, token and counter for this long, on its own monotonic clock.</summary>
    public sealed record SeenUnrenewed(TimeSpan For) : Evidence;
}
