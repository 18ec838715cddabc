using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Baton.Runtime.Stores.Sqlite;

/// <summary>
/// The few calls of the operating system that .NET has no counterpart for: it takes a lock of its own on every file that
/// it opens, and so can't stand in line for one.
/// </summary>
internal static partial class Files
{
    public const int Exclusive = 2,
        NonBlocking = 4;

    private const int ReadWrite = 2,
        OwnerOnly = 0x180;

    private static bool IsMac => OperatingSystem.IsMacOS();

    /// <summary>Opens a file for locking; makes it, for its owner only, if it isn't there. Children don't inherit it.</summary>
    public static SafeFileHandle OpenLock(string path)
    {
        var create = IsMac ? 0x200 : 0x40;
        var closeOnExec = IsMac ? 0x1000000 : 0x80000;
        var descriptor = Open(path, ReadWrite | create | closeOnExec, OwnerOnly);
        if (descriptor < 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Takes a lock on an open file; false if it would have to wait or the call failed.</summary>
    public static bool Lock(SafeFileHandle file, int operation)
    {
        const int Interrupted = 4;
        while (true)
        {
            if (Flock(file, operation) == 0)
                return true;
            if (Marshal.GetLastPInvokeError() != Interrupted)
                return false;
        }
    }

    /// <summary>Makes a new name in a folder survive a power loss.</summary>
    public static void SyncFolder(string path)
    {
        var descriptor = Open(path, 0, 0);
        if (descriptor < 0)
            return; // a folder that can't be opened is one that nobody can sync
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        _ = Fsync(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);
}
