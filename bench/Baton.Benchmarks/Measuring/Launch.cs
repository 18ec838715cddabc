using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Baton.Benchmarks.Measuring;

/// <summary>
/// Starts programs and waits for them by the system calls themselves: a library's process class would cost more than what
/// is measured. What is started reads and writes nothing, and leads a process group of its own.
/// </summary>
internal static unsafe partial class Launch
{
    private const short SetGroup = 2;
    private const int Kill = 9,
        BecomeSubreaper = 36;

    /// <summary>Starts a program; gives its id.</summary>
    public static int Start(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        // Room for what any C library keeps in them: glibc takes 80 and 336 bytes.
        var files = stackalloc byte[256];
        var attributes = stackalloc byte[1024];
        int pid;
        _ = SpawnFiles(files);
        for (var descriptor = 0; descriptor < 3; descriptor++)
            _ = OpenAtSpawn(files, descriptor, "/dev/null", 2, 0);
        _ = SpawnAttributes(attributes);
        _ = SetFlags(attributes, SetGroup);
        var error = Spawn(&pid, words[0], files, attributes, [.. words, null], [.. environment, null]);
        _ = EndSpawnFiles(files);
        _ = EndSpawnAttributes(attributes);
        return error == 0 ? pid : throw new InvalidOperationException($"can't start {words[0]}: error {error}");
    }

    /// <summary>Waits until a program has ended.</summary>
    public static Cost Wait(int pid)
    {
        var usage = stackalloc long[32];
        int status;
        var ended = Wait4(pid, &status, 0, usage);
        return new(
            ended,
            status,
            TimeSpan.FromMicroseconds((usage[0] + usage[2]) * 1e6 + usage[1] + usage[3]),
            usage[4]
        );
    }

    /// <summary>Starts a program and waits for its end.</summary>
    public static (TimeSpan Wall, Cost Cost) Time(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        var started = Stopwatch.GetTimestamp();
        var cost = Wait(Start(words, environment));
        return (Stopwatch.GetElapsedTime(started), cost);
    }

    /// <summary>
    /// The most memory that a program had. What the kernel says of a process covers what it was before it became the
    /// program, here a copy of this one; so a shell starts it, leaves, and the program falls to us.
    /// </summary>
    public static long PeakKilobytes(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        _ = ProcessControl(BecomeSubreaper, 1, 0, 0, 0);
        var shell = Start(["/bin/sh", "-c", "\"$@\" &", "sh", .. words], environment);
        var (first, second) = (Wait(-1), Wait(-1));
        return first.Pid == shell ? second.Kilobytes : first.Kilobytes;
    }

    /// <summary>Kills a program alone, or it and all that it has started in its group.</summary>
    public static void End(int pid, Whom whom) => _ = Signal(whom == Whom.Group ? -pid : pid, Kill);

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(
        int* pid,
        string path,
        byte* files,
        byte* attributes,
        string?[] words,
        string?[] environment
    );

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int SpawnFiles(byte* files);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int EndSpawnFiles(byte* files);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAtSpawn(byte* files, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int SpawnAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int EndSpawnAttributes(byte* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(byte* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "wait4")]
    private static partial int Wait4(int pid, int* status, int options, long* usage);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);
}

/// <summary>What an ended program has cost.</summary>
internal readonly record struct Cost(int Pid, int Status, TimeSpan Cpu, long Kilobytes);

/// <summary>Who is killed.</summary>
internal enum Whom
{
    Alone,
    Group,
}
