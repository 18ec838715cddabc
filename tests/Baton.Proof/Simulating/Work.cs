using System.Runtime.InteropServices;
using Baton.Runtime.Kernel;

namespace Baton.Proof.Simulating;

/// <summary>What a run's command does: it works for a while, hears signals or doesn't, and outlives an owner that is killed.</summary>
internal sealed class Work : IChild
{
    private readonly World _world;
    private readonly SimulatedSource _source;
    private readonly bool _stubborn;
    private ChildEnd? _end;
    private ChildEnd? _late;
    private bool _frozen;

    public Work(World world, SimulatedProcess owner, ChildCommand command)
    {
        (_world, Owner, Run) = (world, owner, command.Run);
        _source = new SimulatedSource(owner);
        var chance = world.Chance;
        _stubborn = chance.Next(4) == 0;
        var code = chance.Next(4) == 0 ? 1 : 0;
        var seconds = chance.Next(4) == 0 ? chance.Next(20, 120) : chance.NextDouble() * 20;
        world.Schedule.After(TimeSpan.FromSeconds(seconds), null, () => Come(new ChildEnd.Exited(code)));
    }

    /// <summary>The run that it works for.</summary>
    public string Run { get; }

    /// <summary>The process that started it.</summary>
    public SimulatedProcess Owner { get; }

    /// <summary>Whether it is at work.</summary>
    public bool IsOn => _end is null;

    public WakeSource Source => _source;

    public ChildEnd? Collect() => _end;

    public void Note() { }

    public void PassOn(PosixSignal signal) => AskToStop();

    public async ValueTask StopAsync(TimeSpan grace)
    {
        AskToStop();
        if (grace > TimeSpan.Zero)
            await Owner.WaitAsync([_source], grace).ConfigureAwait(false);
        await EndAllAsync().ConfigureAwait(false);
    }

    public async ValueTask EndAllAsync()
    {
        await Owner.PauseAsync(_world.Brief(), CancellationToken.None).ConfigureAwait(false);
        Kill();
    }

    /// <summary>Ends it at once, with all that it has started.</summary>
    public void Kill() => Finish(new ChildEnd.Signalled(9));

    /// <summary>It does nothing, and hears nothing but a kill.</summary>
    public void Freeze() => _frozen = true;

    /// <summary>It goes on with what it was at.</summary>
    public void Thaw()
    {
        _frozen = false;
        if (_late is { } end)
            _world.Schedule.After(_world.Chance.NextDouble() * TimeSpan.FromSeconds(10), null, () => Come(end));
    }

    public void Dispose() { }

    private void Come(ChildEnd end)
    {
        if (_frozen)
            _late = end;
        else
            Finish(end);
    }

    private void AskToStop()
    {
        if (!_stubborn)
            _world.Schedule.After(
                _world.Chance.NextDouble() * TimeSpan.FromSeconds(2),
                null,
                () => Come(new ChildEnd.Signalled(15))
            );
    }

    private void Finish(ChildEnd end)
    {
        if (_end is not null)
            return;
        _end = end;
        _world.Tell(Owner.Name, $"work of {Run} ends with {end.ExitCode}");
        _source.Set();
    }
}
