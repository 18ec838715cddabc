using System.Runtime.InteropServices;

namespace Baton.Proof.Simulating;

/// <summary>What comes from outside to a simulated world while it lasts: arrivals, kills, freezes, signals, a store that goes away.</summary>
internal sealed class Mischief(World world, IReadOnlyList<Job> jobs)
{
    private readonly Random _chance = world.Chance;
    private readonly int _pause = new[] { 3, 10, 30 }[world.Chance.Next(3)];

    /// <summary>Lets everybody come at his time, and things happen to them.</summary>
    public void Begin(TimeSpan length)
    {
        foreach (var job in jobs)
            world.Schedule.After(_chance.NextDouble() * length * 0.8, null, () => Launch(job));
        Next();
    }

    /// <summary>Everybody who has no answer and no process asks again.</summary>
    public void AskAgain()
    {
        foreach (var job in jobs)
            if (job is { Answer: null, Process: null })
                Launch(job);
    }

    /// <summary>Nothing happens to anybody any more.</summary>
    public void Heal()
    {
        world.Faults.Healed = true;
        world.Tell("world", "heals");
        foreach (var process in world.Processes.Where(process => process.IsFrozen))
            process.Thaw();
        Return();
    }

    private void Launch(Job job)
    {
        if (job is { Answer: null, Process: null } && !IsOver(job))
            world.Launch(job, world.Hosts[_chance.Next(world.Hosts.Count)], _chance.Next(2) == 0);
    }

    private static bool IsOver(Job job) => job.IsDone;

    private void Next() =>
        world.Schedule.After(
            _chance.NextDouble() * TimeSpan.FromSeconds(_pause),
            null,
            () =>
            {
                if (world.Faults.Healed)
                    return;
                Happen();
                Next();
            }
        );

    private void Happen()
    {
        if (_chance.Next(5) == 0)
            Restart();
        if (
            jobs.Where(job => job is { Answer: null, Process: null }).ToList() is { Count: > 0 } idle
            && _chance.Next(2) == 0
        )
            Launch(idle[_chance.Next(idle.Count)]);
        if (world.Processes.Count == 0)
            return;
        var victim = Victim();
        switch (_chance.Next(8))
        {
            case 0 or 1:
                Kill(victim, Fault.Crash);
                break;
            case 2:
                foreach (var work in world.Works.Where(work => work.Owner == victim))
                    work.Kill();
                Kill(victim, Fault.TreeKill);
                break;
            case 3 or 4:
                Freeze(victim);
                break;
            case 5:
                world.Faults.Note(Fault.Signal);
                world.Tell(victim.Name, "is asked to end");
                world.Ask(victim, PosixSignal.SIGTERM);
                break;
            case 6 when _chance.Next(3) == 0:
                Reboot(victim.Host);
                break;
            default:
                break;
        }
    }

    private void Reboot(Host host)
    {
        world.Faults.Note(Fault.Reboot);
        world.Tell($"{host.Domain}", "reboots");
        foreach (var process in world.Processes.Where(process => process.Host == host).ToList())
            world.End(process);
        host.Reboot();
    }

    /// <summary>Anybody; who is at work is the more interesting one.</summary>
    private SimulatedProcess Victim()
    {
        var working = world
            .Works.Where(work => work is { IsOn: true, Owner.IsAlive: true })
            .Select(work => work.Owner)
            .ToList();
        var among = working.Count > 0 && _chance.Next(2) == 0 ? working : world.Processes;
        return among[_chance.Next(among.Count)];
    }

    private void Kill(SimulatedProcess victim, Fault fault)
    {
        world.Faults.Note(fault);
        world.Tell(victim.Name, $"{fault}");
        world.End(victim);
    }

    private void Freeze(SimulatedProcess victim)
    {
        if (victim.IsFrozen)
            return;
        world.Faults.Note(Fault.Freeze);
        world.Tell(victim.Name, "freezes");
        victim.Freeze();
        var works = _chance.Next(2) == 0 ? world.Works.Where(work => work.Owner == victim).ToList() : [];
        works.ForEach(work => work.Freeze());
        world.Schedule.After(
            _chance.Next(2) == 0
                ? (1 + _chance.NextDouble() * 3) * world.Wishes.Lease
                : _chance.NextDouble() * TimeSpan.FromSeconds(10),
            null,
            () =>
            {
                works.ForEach(work => work.Thaw());
                if (!victim.IsFrozen)
                    return;
                world.Tell(victim.Name, "thaws");
                victim.Thaw();
            }
        );
    }

    private void Restart()
    {
        if (world.Faults.StoreIsAway)
            return;
        world.Faults.Note(Fault.Restart);
        world.Tell("store", "goes away");
        world.Faults.StoreIsAway = true;
        world.Schedule.After(
            TimeSpan.FromSeconds(_chance.Next(4) == 0 ? _chance.Next(90) : _chance.NextDouble() * 5),
            null,
            Return
        );
    }

    private void Return()
    {
        if (!world.Faults.StoreIsAway)
            return;
        world.Faults.StoreIsAway = false;
        world.Tell("store", "is back");
        world.Guard(world.Ledger.Restart);
    }
}
