using System.Globalization;
using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>
/// A process that outlives this one: in a session of its own, so that no terminal and no end of a process group reaches
/// it, and with no descriptor of ours but two pipes and a log.
/// </summary>
/// <param name="Pid">Its process id.</param>
/// <param name="News">What it says.</param>
/// <param name="Orders">What it is told; it hears when this end closes, also by the death of this process.</param>
public sealed record DetachedProcess(int Pid, PipeEnd News, PipeEnd Orders) : IDisposable
{
    // More than any C library asks for, see Spawner.
    private const int Size = 1024,
        SignalsSize = 256;
    private const short SetDefaults = 4,
        SetMask = 8;
    private const uint Readable = 0x1A4; // rw-r--r--

    /// <summary>Starts one.</summary>
    /// <param name="arguments">The program's path, then its arguments.</param>
    /// <param name="environment">Its whole environment.</param>
    /// <param name="log">The file that its standard error is appended to.</param>
    /// <exception cref="KernelException">It can't be started.</exception>
    public static DetachedProcess Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string log
    )
    {
        Posix.IgnoreBrokenPipes();
        KeepDescriptors();
        var (orders, news) = (Pipe(), Pipe());
        using var argv = new NativeStrings([.. arguments]);
        using var envp = new NativeStrings([.. environment.Select(entry => $"{entry.Key}={entry.Value}")]);
        var error = Start(arguments[0], (argv, envp), (orders.Reading, news.Writing, log), out var pid);
        _ = Libc.Close(orders.Reading);
        _ = Libc.Close(news.Writing);
        var started = new DetachedProcess(pid, new PipeEnd(news.Reading), new PipeEnd(orders.Writing));
        if (error == 0)
        {
            return started;
        }

        started.Dispose();
        throw new KernelException($"Can't start {arguments[0]} with the log {log}: {Posix.Describe(error)}");
    }

    /// <summary>Lets go of it: both pipes close.</summary>
    public void Dispose()
    {
        News.Dispose();
        Orders.Dispose();
    }

    private static unsafe int Start(
        string program,
        (NativeStrings Arguments, NativeStrings Environment) strings,
        (int In, int Out, string Log) files,
        out int pid
    )
    {
        var attributes = NativeMemory.AllocZeroed(Size);
        var actions = NativeMemory.AllocZeroed(Size);
        int started;
        _ = Libc.SpawnAttributes(attributes);
        _ = Libc.SpawnFiles(actions);
        try
        {
            Detach(attributes);
            _ = Libc.DuplicateAtSpawn(actions, files.In, 0);
            _ = Libc.DuplicateAtSpawn(actions, files.Out, 1);
            _ = Libc.OpenAtSpawn(actions, 2, files.Log, Posix.WriteOnly | Posix.Append | Posix.Make, Readable);
            var error = Libc.Spawn(
                &started,
                program,
                actions,
                attributes,
                strings.Arguments.First,
                strings.Environment.First
            );
            pid = error == 0 ? started : 0;
            return error;
        }
        finally
        {
            _ = Libc.EndSpawnFiles(actions);
            _ = Libc.EndSpawnAttributes(attributes);
            NativeMemory.Free(actions);
            NativeMemory.Free(attributes);
        }
    }

    private static unsafe void Detach(void* attributes)
    {
        var signals = stackalloc byte[SignalsSize];
        _ = Libc.EmptySignals(signals);
        _ = Libc.SetSpawnMask(attributes, signals);

        // A shell's background job ignores SIGINT, nohup SIGHUP: none of that is for a process that stands alone.
        foreach (
            var signal in (ReadOnlySpan<int>)[Posix.Hangup, Posix.Interrupt, Posix.Quit, Posix.Pipe, Posix.Terminate]
        )
        {
            _ = Libc.AddSignal(signals, signal);
        }

        _ = Libc.SetSpawnDefaults(attributes, signals);
        _ = Libc.SetSpawnFlags(attributes, (short)(SetDefaults | SetMask | Spawner.OwnSession));
    }

    private static (int Reading, int Writing) Pipe()
    {
        var ends = Pipes.Make();
        Pipes.NeverBlock(ends.Reading, ends.Writing);
        return ends;
    }

    /// <summary>
    /// Keeps from the new process what this one was given by its own parent: a lock file or a pipe that a caller waits
    /// on would stay open for as long as the new process lives.
    /// </summary>
    private static void KeepDescriptors()
    {
        const int closeRange = 436,
            onExec = 4,
            setDescriptor = 2; // close_range(2), Linux 5.11
        if (OperatingSystem.IsLinux() && Libc.Call(closeRange, 3, int.MaxValue, onExec, 0) == 0)
        {
            return;
        }

        var folder = OperatingSystem.IsLinux() ? "/proc/self/fd" : "/dev/fd";
        foreach (var path in Directory.GetFiles(folder))
        {
            if (
                int.TryParse(
                    Path.GetFileName(path),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var descriptor
                )
                && descriptor > 2
            )
            {
                _ = Libc.ControlDescriptor(descriptor, setDescriptor, 1);
            }
        }
    }
}
