using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>The living processes that <c>/proc</c> shows, without the kernel's own threads.</summary>
internal static class ProcessTable
{
    /// <summary>Reads them, by id; null where there is no <c>/proc</c>.</summary>
    internal static Dictionary<int, ProcessStat>? Read()
    {
        var found = new Dictionary<int, ProcessStat>();
        if (!File.Exists("/proc/self/stat"))
        {
            return null;
        }

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(
                    folder.AsSpan("/proc/".Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var pid
                ) && ProcessStat.Read(pid) is { IsKernelThread: false, IsDead: false } stat
            )
            {
                found[pid] = stat;
            }
        }

        return found;
    }

    /// <summary>Why processes of other users may be hidden from this one; null when none are.</summary>
    internal static string? Hiding()
    {
        if (Libc.EffectiveUser() == 0)
        {
            return null;
        }

        var line =
            ProcFile
                .Read("/proc/self/mountinfo")
                .Text?.Split('\n')
                .LastOrDefault(l => l.Split(' ') is { Length: > 4 } fields && fields[4] == "/proc")
            ?? "";
        var at = line.LastIndexOf("hidepid=", StringComparison.Ordinal);
        var value = at < 0 ? "0" : line[(at + "hidepid=".Length)..].Split(' ', ',')[0];
        return value is "0" or "off" ? null : "/proc hides the processes of other users (hidepid)";
    }
}
