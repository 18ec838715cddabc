namespace Baton.Runtime.Kernel;

/// <summary>Watches any process, no child of this one needed: has something for a <see cref="Waiter"/> once it has ended.</summary>
public sealed class ProcessWatch : WakeSource, IDisposable
{
    private readonly ProcessIdentity _process;
    private int _descriptor;

    private ProcessWatch(ProcessIdentity process, int descriptor)
    {
        _process = process;
        _descriptor = descriptor;
    }

    internal override int Descriptor => _descriptor;

    internal override short Interest => Posix.PollIn;

    /// <summary>Begins to watch; of one that has ended already it has something at once.</summary>
    public static ProcessWatch Of(ProcessIdentity process)
    {
        var descriptor = Pidfd.Open(process.Pid);

        // Looked at after the handle is open: it may be another's by now, and that one is not to be watched.
        if (descriptor >= 0 && process.Look() is Liveness.Dead)
        {
            _ = Libc.Close(descriptor);
            descriptor = -1;
        }

        return new ProcessWatch(process, descriptor);
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }

    internal override bool LookAround() => _process.Look() is Liveness.Dead;
}
