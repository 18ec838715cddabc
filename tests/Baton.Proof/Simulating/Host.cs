using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>A simulated machine: its processes, their bells, and the work that goes on there.</summary>
internal sealed class Host(int number, TimeSpan clockOffset)
{
    private readonly Dictionary<string, SimulatedBell> _bells = [];
    private readonly List<SimulatedProcess> _processes = [];
    private readonly Dictionary<Sighting, long> _sightings = [];
    private int _boots = 1;

    /// <summary>What its processes know each other by.</summary>
    public ProcessDomain Domain => new($"host{number}.{_boots}");

    /// <summary>How far its clock is from the world's.</summary>
    public TimeSpan ClockOffset => clockOffset;

    /// <summary>All that was ever started there.</summary>
    public List<Work> Works { get; } = [];

    /// <summary>What runs there is gone, and nobody knows it by its old names.</summary>
    public void Reboot()
    {
        _boots++;
        _sightings.Clear();
        _bells.Clear();
        _processes.Clear();
        foreach (var work in Works.Where(work => work.IsOn).ToList())
            work.Kill();
    }

    public long SeenSince(Sighting sighting, long now)
    {
        _sightings.TryAdd(sighting, now);
        return _sightings[sighting];
    }

    public void ForgetSeen(string run)
    {
        foreach (var sighting in _sightings.Keys.Where(sighting => sighting.Run == run).ToList())
            _sightings.Remove(sighting);
    }

    public void Add(SimulatedProcess process) => _processes.Add(process);

    public SimulatedProcess? Find(ProcessIdentity identity) => _processes.Find(process => process.Identity == identity);

    public SimulatedBell? BellOf(string run) => _bells.GetValueOrDefault(run);

    public SimulatedBell Hang(SimulatedProcess owner, string run) => _bells[run] = new SimulatedBell(this, owner, run);

    public void PutAway(string run, SimulatedBell bell)
    {
        if (_bells.GetValueOrDefault(run) == bell)
            _bells.Remove(run);
    }

    /// <summary>The kernel closes what a dead process had open.</summary>
    public void CloseBellsOf(SimulatedProcess dead)
    {
        foreach (var bell in _bells.Values.Where(bell => bell.Owner == dead).ToList())
            bell.Close();
    }
}
