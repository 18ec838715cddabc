using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>A host as one of its processes meets it.</summary>
internal sealed class SimulatedMachine(World world, SimulatedProcess process) : IMachine
{
    private Host Host => process.Host;

    public TimeProvider Clock { get; } = new SimulatedClock(world.Schedule, process, process.Host.ClockOffset);

    public ValueTask<IReadOnlyList<WakeSource>> WaitAsync(IReadOnlyList<WakeSource> sources, TimeSpan bound) =>
        process.WaitAsync(sources, bound);

    public ISignals Catch() => process.Signals = new SimulatedSignals(process);

    public IBell Hang(string run) => Host.Hang(process, run);

    public void Ring(string run)
    {
        if (Host.BellOf(run) is { Owner.IsAlive: true } bell)
            bell.Ring();
    }

    public IWakeable? Watch(string run) =>
        Host.BellOf(run) is { Owner.IsAlive: true } bell ? bell.Watch(process) : null;

    public Liveness Look(ProcessIdentity other) =>
        world.Faults.Happens(Fault.BlindLook) ? new Liveness.Unknown("chance")
        : Host.Find(other) is { IsAlive: true } ? new Liveness.Alive()
        : new Liveness.Dead();

    public long SeenSince(Sighting sighting) => Host.SeenSince(sighting, Clock.GetTimestamp());

    public void ForgetSeen(string run) => Host.ForgetSeen(run);

    public bool End(ProcessIdentity other)
    {
        if (Host.Find(other) is { IsAlive: true } victim)
        {
            world.Tell(process.Name, $"ends process {victim.Name}");
            world.End(victim);
        }
        return true;
    }

    public async ValueTask<bool> EndRemainsAsync(string run)
    {
        await process.PauseAsync(world.Brief(), CancellationToken.None).ConfigureAwait(false);
        if (world.Faults.Happens(Fault.BlindLook))
            return false;
        foreach (var work in Host.Works.Where(work => work.Run == run && work.IsOn).ToList())
            work.Kill();
        return true;
    }

    public void Clear(string run)
    {
        if (Host.BellOf(run) is { Owner.IsAlive: false } bell)
            Host.PutAway(run, bell);
    }

    public void BeginNote(string run) { }

    public void ForgetNote(string run) { }

    public IChild? Start(ChildCommand command, out ChildStart.Refused? refused)
    {
        refused = world.Chance.Next(40) == 0 ? new(127, "not found") : null;
        return refused is null ? world.Start(process, command) : null;
    }

    public string MakeFolder(string prefix) => "/simulated/" + prefix;

    public void RemoveFolder(string path) { }
}
