using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Baton.Benchmarks.Measuring;

/// <summary>How often in a second the disk says that four kilobytes, written over those that a file had there, are durable (fdatasync).</summary>
internal static partial class Disk
{
    private const int Pages = 256;

    /// <summary>Measures it for a while; fdatasyncs a second.</summary>
    public static double Rate(string folder, TimeSpan span)
    {
        var path = Path.Combine(folder, "fdatasync");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var page = new byte[4096];
        RandomAccess.Write(file, new byte[Pages * page.Length], 0);
        _ = DataSync(file);
        var (count, started) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            RandomAccess.Write(file, page, (long)(count % Pages) * page.Length);
            _ = DataSync(file);
            count++;
        }
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync")]
    private static partial int DataSync(SafeFileHandle file);
}
