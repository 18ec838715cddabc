using System.Runtime.InteropServices;
using Baton.Runtime.Kernel;

namespace Baton.Tests.Engine.Planted;

/// <summary>A machine that a faulty coordinator uses wrongly, or takes at its wrong word.</summary>
internal sealed class BrokenMachine(IMachine real) : IMachine
{
    public bool KillsChildren { get; init; } = true;

    public bool WakesByItself { get; init; } = true;

    public bool SeesTheLiving { get; init; } = true;

    public bool WatchesTogether { get; init; } = true;

    public bool EndsRemains { get; init; } = true;

    public TimeProvider Clock { get; init; } = real.Clock;

    public ValueTask<IReadOnlyList<WakeSource>> WaitAsync(IReadOnlyList<WakeSource> sources, TimeSpan bound) =>
        real.WaitAsync(sources, WakesByItself ? bound : bound * 100_000);

    public ISignals Catch() => real.Catch();

    public IBell Hang(string run) => real.Hang(run);

    public void Ring(string run) => real.Ring(run);

    public IWakeable? Watch(string run) => real.Watch(run);

    public Liveness Look(ProcessIdentity process) => SeesTheLiving ? real.Look(process) : new Liveness.Dead();

    public long SeenSince(Sighting sighting) => WatchesTogether ? real.SeenSince(sighting) : Clock.GetTimestamp();

    public void ForgetSeen(string run) => real.ForgetSeen(run);

    public bool End(ProcessIdentity process) => real.End(process);

    public ValueTask<bool> EndRemainsAsync(string run) => EndsRemains ? real.EndRemainsAsync(run) : new(true);

    public void Clear(string run) => real.Clear(run);

    public void BeginNote(string run) => real.BeginNote(run);

    public void ForgetNote(string run) => real.ForgetNote(run);

    public IChild? Start(ChildCommand command, out ChildStart.Refused? refused) =>
        real.Start(command, out refused) is { } child ? (KillsChildren ? child : new Spared(child)) : null;

    public string MakeFolder(string prefix) => real.MakeFolder(prefix);

    public void RemoveFolder(string path) => real.RemoveFolder(path);

    private sealed class Spared(IChild child) : IChild
    {
        public WakeSource Source => child.Source;

        public ChildEnd? Collect() => child.Collect();

        public void Note() => child.Note();

        public void PassOn(PosixSignal signal) { }

        public ValueTask StopAsync(TimeSpan grace) => ValueTask.CompletedTask;

        public ValueTask EndAllAsync() => ValueTask.CompletedTask;

        public void Dispose() => child.Dispose();
    }
}
