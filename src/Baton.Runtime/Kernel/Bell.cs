using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// A run's bell: a named pipe beside the database by which others wake the run's <c>baton</c> process, and by which they
/// see it die.
/// </summary>
/// <remarks>
/// The owner alone holds the pipe open for reading, and no child inherits it; the kernel closes it when the owner ends,
/// however it ends. So one byte wakes exactly one process, opening a dead one's pipe for writing fails, and a
/// <see cref="Watch"/> hears at once. A lock file would tell the death only to those who ask, and a lock that children
/// inherit tells of the children.
/// </remarks>
public sealed class Bell : WakeSource, IBell
{
    /// <summary>The end of a pipe's name; a draft of one has its maker's process id behind it.</summary>
    internal const string Suffix = ".bell";

    private int _descriptor;

    private Bell(string path, int descriptor)
    {
        Path = path;
        _descriptor = descriptor;
    }

    /// <summary>Where the pipe is.</summary>
    public string Path { get; }

    WakeSource IWakeable.Source => this;

    internal override int Descriptor => _descriptor;

    internal override short Interest => Posix.PollIn;

    /// <summary>The path of a run's pipe.</summary>
    /// <param name="folder">The folder of the pipes.</param>
    /// <param name="run">The run's id.</param>
    public static string PathOf(string folder, string run) =>
        System.IO.Path.Combine(folder, TreeMark.Check(run) + Suffix);

    /// <summary>Hangs up a bell; the folder is made for its user alone where it is missing.</summary>
    /// <param name="folder">The folder of the pipes, on a local file system.</param>
    /// <param name="run">The run's id: ASCII letters, digits and <c>_</c>.</param>
    /// <exception cref="KernelException">The pipe can't be made.</exception>
    public static Bell Create(string folder, string run)
    {
        var path = PathOf(folder, run);

        // Opened before it gets its name: nobody may find a pipe whose owner is about to open it, and take him for dead.
        var draft = $"{path}.{Libc.ProcessId()}";
        if (Libc.MakeFifo(draft, 0x180) != 0)
        {
            MakeFolder(folder);
            _ = Libc.Unlink(draft);
            Check(Libc.MakeFifo(draft, 0x180), $"Can't make the named pipe {draft}");
        }

        // Open for writing too: else the pipe would report its end whenever the last ringer closes it.
        var descriptor = Libc.Open(draft, Posix.ReadWrite | Posix.NonBlocking | Posix.CloseOnExec | Posix.NoFollow);
        Check(descriptor, $"Can't open the named pipe {draft}");
        Check(Libc.Rename(draft, path), $"Can't name the pipe {path}");
        return new Bell(path, descriptor);
    }

    /// <summary>Wakes the owner of a bell.</summary>
    /// <param name="path">The pipe, see <see cref="PathOf"/>.</param>
    public static unsafe BellRing Ring(string path)
    {
        Posix.IgnoreBrokenPipes();
        var descriptor = OpenForWriting(path);
        if (descriptor < 0)
        {
            return Refusal(Marshal.GetLastPInvokeError());
        }

        byte one = 1;
        var written = Libc.Write(descriptor, &one, 1);
        var error = written == 1 ? 0 : Marshal.GetLastPInvokeError();
        _ = Libc.Close(descriptor);

        // A full pipe has woken its owner long ago.
        return error == 0 || error == Posix.TryAgain ? new BellRing.Rung() : Refusal(error);
    }

    /// <summary>Removes the pipe of an owner that has died; one that is held is left alone.</summary>
    /// <returns>True when it was removed.</returns>
    public static bool Clear(string path)
    {
        var descriptor = OpenForWriting(path);
        if (descriptor >= 0)
        {
            _ = Libc.Close(descriptor);
            return false;
        }

        return Marshal.GetLastPInvokeError() == Posix.NoSuchDevice && Libc.Unlink(path) == 0;
    }

    /// <inheritdoc/>
    public unsafe bool Silence()
    {
        const int size = 512;
        var buffer = stackalloc byte[size];
        var rung = false;
        while (Libc.Read(_descriptor, buffer, size) > 0)
        {
            rung = true;
        }

        return rung;
    }

    /// <summary>Puts the pipe away: first its name, so that nobody takes the owner for dead.</summary>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Libc.Unlink(Path);
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }

    internal static int OpenForWriting(string path) =>
        Libc.Open(path, Posix.WriteOnly | Posix.NonBlocking | Posix.CloseOnExec | Posix.NoFollow);

    internal static BellRing Refusal(int error) =>
        error switch
        {
            Posix.NoSuchDevice or Posix.BrokenPipe => new BellRing.NobodyThere(),
            Posix.NoEntry => new BellRing.Gone(),
            _ => new BellRing.Unreachable(Posix.Describe(error)),
        };

    private static void MakeFolder(string folder)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("There are no named pipes in folders on Windows.");
        }

        _ = Directory.CreateDirectory(folder, owner);
    }

    private static void Check(int answer, string attempt)
    {
        if (answer < 0)
        {
            throw KernelException.Last(attempt);
        }
    }
}
