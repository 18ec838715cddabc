using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>What one process can wait for: it has something, or not.</summary>
internal sealed class SimulatedSource(SimulatedProcess waiter) : WakeSource
{
    /// <summary>Whether it has something.</summary>
    public bool HasSomething { get; private set; }

    internal override int Descriptor => -1;

    internal override short Interest => 0;

    public void Set()
    {
        HasSomething = true;
        waiter.Hear(this);
    }

    public void Reset() => HasSomething = false;

    internal override bool LookAround() => HasSomething;
}
