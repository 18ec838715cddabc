using System.Runtime.InteropServices;
using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>The signals to a simulated process.</summary>
internal sealed class SimulatedSignals(SimulatedProcess owner) : ISignals
{
    private readonly SimulatedSource _source = new(owner);
    private readonly List<PosixSignal> _signals = [];

    public WakeSource Source => _source;

    public void Add(PosixSignal signal)
    {
        _signals.Add(signal);
        _source.Set();
    }

    public IReadOnlyList<PosixSignal> Take()
    {
        IReadOnlyList<PosixSignal> taken = [.. _signals];
        _signals.Clear();
        _source.Reset();
        return taken;
    }

    public void Dispose() => _signals.Clear();
}
