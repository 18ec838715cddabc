using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>The bell of a run on a host; whoever watches it hears when its owner dies or puts it away.</summary>
internal sealed class SimulatedBell(Host host, SimulatedProcess owner, string run) : IBell
{
    private readonly SimulatedSource _source = new(owner);
    private readonly List<SimulatedWatch> _watches = [];

    public SimulatedProcess Owner => owner;

    public WakeSource Source => _source;

    public void Ring() => _source.Set();

    public bool Silence()
    {
        var rung = _source.HasSomething;
        _source.Reset();
        return rung;
    }

    public IWakeable Watch(SimulatedProcess watcher)
    {
        var watch = new SimulatedWatch(watcher, _watches);
        _watches.Add(watch);
        return watch;
    }

    /// <summary>The kernel closes it, whatever became of its owner.</summary>
    public void Close()
    {
        foreach (var watch in _watches.ToList())
            watch.Hear();
    }

    public void Dispose()
    {
        host.PutAway(run, this);
        Close();
    }

    private sealed class SimulatedWatch(SimulatedProcess watcher, List<SimulatedWatch> watches) : IWakeable
    {
        private readonly SimulatedSource _source = new(watcher);

        public WakeSource Source => _source;

        public void Hear() => _source.Set();

        public void Dispose() => watches.Remove(this);
    }
}
