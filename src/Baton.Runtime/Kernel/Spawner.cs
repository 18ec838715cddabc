using System.Runtime.InteropServices;

namespace Baton.Runtime.Kernel;

/// <summary>Starts programs with <c>posix_spawn(3)</c>: no shell, no copy of this process, no descriptor of ours.</summary>
internal static unsafe class Spawner
{
    private const short SetDefaults = 4,
        SetMask = 8;

    // More than any C library asks for: glibc has 336 bytes of attributes and 128 of signals.
    private const int AttributesSize = 1024,
        SignalsSize = 256;

    /// <summary>Starts one; the error number, or 0 and its id.</summary>
    internal static int Start(
        string program,
        IReadOnlyCollection<string> arguments,
        IReadOnlyCollection<string> environment,
        out int pid
    )
    {
        using var argv = new NativeStrings(arguments);
        using var envp = new NativeStrings(environment);
        var attributes = NativeMemory.AllocZeroed(AttributesSize);
        var signals = stackalloc byte[SignalsSize];
        int started;
        _ = Libc.SpawnAttributes(attributes);
        try
        {
            // The child blocks nothing, and a broken pipe ends it again, which .NET has switched off here.
            _ = Libc.EmptySignals(signals);
            _ = Libc.SetSpawnMask(attributes, signals);
            _ = Libc.AddSignal(signals, Posix.Pipe);
            _ = Libc.SetSpawnDefaults(attributes, signals);
            _ = Libc.SetSpawnFlags(attributes, SetDefaults | SetMask);
            var error = Libc.Spawn(&started, program, null, attributes, argv.First, envp.First);
            pid = error == 0 ? started : 0;
            return error;
        }
        finally
        {
            _ = Libc.EndSpawnAttributes(attributes);
            NativeMemory.Free(attributes);
        }
    }
}
