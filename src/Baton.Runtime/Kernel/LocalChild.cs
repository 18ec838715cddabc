using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>A child of this process, with the folder and the clock that its owner has.</summary>
internal sealed class LocalChild(ChildProcess process, string folder, TimeProvider clock) : IChild
{
    public WakeSource Source => process;

    public ChildEnd? Collect() => process.Collect();

    public void Note() => process.Note.Complete(folder);

    public void PassOn(PosixSignal signal) => process.PassOn(signal);

    public ValueTask StopAsync(TimeSpan grace)
    {
        process.Stop(grace, clock);
        return ValueTask.CompletedTask;
    }

    public ValueTask EndAllAsync()
    {
        process.EndAll(clock, Remains.Bound);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => process.Dispose();
}
