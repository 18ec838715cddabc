using System.Runtime.InteropServices;

namespace Baton.Benchmarks.Measuring;

/// <summary>Pipes that have a name.</summary>
internal static partial class Pipes
{
    private const uint OwnerOnly = 0x180;

    /// <summary>Makes one.</summary>
    public static void Make(string path)
    {
        if (MakePipe(path, OwnerOnly) != 0)
            throw new InvalidOperationException($"can't make the pipe {path}");
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
