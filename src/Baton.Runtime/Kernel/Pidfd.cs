using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>A handle on exactly one process, which no other can take over (pidfd_open(2), Linux 5.3).</summary>
internal static class Pidfd
{
    private const int SendSignalCall = 424,
        OpenCall = 434;

    /// <summary>Opens one; -1 when the process has gone or the kernel has no such handles.</summary>
    internal static int Open(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            Marshal.SetLastPInvokeError(Posix.NotImplemented);
            return -1;
        }

        return (int)Libc.Call(OpenCall, pid, 0, 0, 0);
    }

    /// <summary>Sends a signal to exactly this process, never to another that has its id by now.</summary>
    /// <returns>The error number; 0 when it was sent.</returns>
    internal static int Send(ProcessIdentity process, int signal)
    {
        if (process.Pid <= 1)
        {
            return Posix.NotPermitted;
        }

        var descriptor = Open(process.Pid);
        var error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (error is Posix.NoSuchProcess or Posix.Invalid)
        {
            return Posix.NoSuchProcess;
        }

        try
        {
            // Looked at after the handle is open: from here on it can't become another one.
            if (process.Look() is Liveness.Dead)
            {
                return Posix.NoSuchProcess;
            }

            var answer =
                descriptor >= 0
                    ? (int)Libc.Call(SendSignalCall, descriptor, signal, 0, 0)
                    : Libc.Kill(process.Pid, signal);
            return answer == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        finally
        {
            if (descriptor >= 0)
            {
                _ = Libc.Close(descriptor);
            }
        }
    }
}
