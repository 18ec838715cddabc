using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>Starts programs with <c>posix_spawn(3)</c>: no shell, no copy of this process, no descriptor of ours.</summary>
internal static unsafe class Spawner
{
    private const short SetDefaults = 4,
        SetMask = 8;

    internal static readonly short OwnSession = (short)(OperatingSystem.IsMacOS() ? 0x400 : 0x80);

    // More than any C library asks for: glibc has 336 bytes of attributes, 80 of actions and 128 of signals.
    private const int AttributesSize = 1024,
        SignalsSize = 256;

    /// <summary>Starts one; the error number, or 0 and its id.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="strings">Its arguments and its environment.</param>
    /// <param name="files">What it reads and writes, in a session of its own; without, it has ours in our session.</param>
    /// <param name="pid">Its id.</param>
    internal static int Start(
        string program,
        (IReadOnlyCollection<string> Arguments, IReadOnlyCollection<string> Environment) strings,
        PipedFiles? files,
        out int pid
    )
    {
        using var argv = new NativeStrings(strings.Arguments);
        using var envp = new NativeStrings(strings.Environment);
        var attributes = NativeMemory.AllocZeroed(AttributesSize);
        var actions = NativeMemory.AllocZeroed(AttributesSize);
        var signals = stackalloc byte[SignalsSize];
        int started;
        _ = Libc.SpawnAttributes(attributes);
        _ = Libc.SpawnFiles(actions);
        try
        {
            // The child blocks nothing, and a broken pipe ends it again, which .NET has switched off here.
            _ = Libc.EmptySignals(signals);
            _ = Libc.SetSpawnMask(attributes, signals);
            _ = Libc.AddSignal(signals, Posix.Pipe);
            _ = Libc.SetSpawnDefaults(attributes, signals);
            var session = files is null ? (short)0 : OwnSession;
            _ = Libc.SetSpawnFlags(attributes, (short)(SetDefaults | SetMask | session));
            if (files is { } own)
            {
                _ = Libc.DuplicateAtSpawn(actions, own.Input, 0);
                _ = Libc.DuplicateAtSpawn(actions, own.Output, 1);
                _ = Libc.DuplicateAtSpawn(actions, own.Errors, 2);
            }

            var error = Libc.Spawn(&started, program, actions, attributes, argv.First, envp.First);
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
}
