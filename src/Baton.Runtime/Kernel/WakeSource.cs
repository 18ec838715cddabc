namespace Baton.Runtime.Kernel;

/// <summary>Something that a <see cref="Waiter"/> can wait for.</summary>
public abstract class WakeSource
{
    private protected WakeSource() { }

    /// <summary>What <c>poll(2)</c> waits on; -1 where the kernel offers nothing, then <see cref="LookAround"/> is asked.</summary>
    internal abstract int Descriptor { get; }

    /// <summary>What is waited for; errors and hang-ups are always told.</summary>
    internal abstract short Interest { get; }

    /// <summary>Asked from time to time when there is no descriptor.</summary>
    internal virtual bool LookAround() => false;
}
