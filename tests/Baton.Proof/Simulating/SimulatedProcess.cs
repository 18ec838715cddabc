using Baton.Engine.Commands;
using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>
/// A `baton` process in a simulated world. Wherever its code waits, it can be killed, and then nothing of it ever happens
/// again, no clean-up either; or it can be frozen, and goes on later as if nothing had been.
/// </summary>
internal sealed class SimulatedProcess(World world, Host host, int pid)
{
    private (Moment Moment, IReadOnlyList<WakeSource> Sources)? _waiting;

    public World World => world;

    public Host Host => host;

    public ProcessIdentity Identity { get; } = new(pid, pid * 1000L);

    public string Name { get; } = $"{host.Domain}:{pid}";

    public bool IsAlive { get; private set; } = true;

    public bool IsFrozen { get; private set; }

    /// <summary>When it could act again after it was last frozen.</summary>
    public long? ThawedAt { get; private set; }

    /// <summary>Whether it has said that it goes on unprotected.</summary>
    public bool SaidUnprotected { get; set; }

    /// <summary>When the last word was sent whose answer said that the run holds, and for how long that word is good.</summary>
    public (long Sent, TimeSpan Lease)? Heard { get; set; }

    /// <summary>What it asks for.</summary>
    public Ask? Ask { get; set; }

    public SimulatedSignals? Signals { get; set; }

    /// <summary>It ends as by kill -9, or because it is done.</summary>
    public void End()
    {
        IsAlive = false;
        host.CloseBellsOf(this);
    }

    public void Freeze() => IsFrozen = true;

    public void Thaw() => (IsFrozen, ThawedAt) = (false, world.Schedule.Now);

    /// <summary>Lets time pass for it, or until somebody gives up.</summary>
    public ValueTask PauseAsync(TimeSpan span, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Its continuation runs where it is completed: on the one thread that there is.
        var done = new TaskCompletionSource();
        CancellationTokenRegistration registration = default;
        var moment = world.Schedule.After(
            span,
            this,
            () =>
            {
                registration.Dispose();
                if (cancellation.IsCancellationRequested)
                    done.SetCanceled(cancellation);
                else
                    done.SetResult();
            }
        );
        registration = cancellation.Register(() => world.Schedule.Hasten(moment));
        return new(done.Task);
    }

    /// <summary>What `poll` does: until one of the sources has something, or the time is over.</summary>
    public ValueTask<IReadOnlyList<WakeSource>> WaitAsync(IReadOnlyList<WakeSource> sources, TimeSpan bound)
    {
        var done = new TaskCompletionSource<IReadOnlyList<WakeSource>>();
        // Whole milliseconds, rounded up, and then the kernel's own lateness.
        var until = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, bound.TotalMilliseconds)));
        var moment = world.Schedule.After(
            until + world.Lateness(),
            this,
            () =>
            {
                _waiting = null;
                done.SetResult([.. sources.Where(source => source.LookAround())]);
            }
        );
        _waiting = (moment, sources);
        if (sources.Any(source => source.LookAround()))
            world.Schedule.Hasten(moment);
        return new(done.Task);
    }

    /// <summary>One of its sources has something.</summary>
    public void Hear(SimulatedSource source)
    {
        if (_waiting is var (moment, sources) && sources.Contains(source))
            world.Schedule.Hasten(moment);
    }
}
