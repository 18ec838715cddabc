namespace Baton.Runtime.Kernel;

/// <summary>Pipes that no other program inherits.</summary>
internal static unsafe class Pipes
{
    private const int SetDescriptor = 2,
        SetStatus = 4;

    /// <summary>Makes one; both its ends block.</summary>
    /// <exception cref="KernelException">The kernel has none left.</exception>
    internal static (int Reading, int Writing) Make()
    {
        var ends = stackalloc int[2];
        if (OperatingSystem.IsLinux())
        {
            if (Libc.PipeWith(ends, Posix.CloseOnExec) != 0)
                throw KernelException.Last("Can't make a pipe");
            return (ends[0], ends[1]);
        }

        if (Libc.Pipe(ends) != 0)
            throw KernelException.Last("Can't make a pipe");
        _ = Libc.ControlDescriptor(ends[0], SetDescriptor, 1);
        _ = Libc.ControlDescriptor(ends[1], SetDescriptor, 1);
        return (ends[0], ends[1]);
    }

    /// <summary>Makes our own ends never block; those of the other process are not touched.</summary>
    internal static void NeverBlock(params ReadOnlySpan<int> ends)
    {
        foreach (var end in ends)
            _ = Libc.ControlDescriptor(end, SetStatus, Posix.NonBlocking);
    }
}
