using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>Those above this process, of which one lives as long as the work does.</summary>
public static class Forebears
{
    private const int Deepest = 256;

    // Those that start one command after another, or one and then go: their life says nothing about the work's.
    private static readonly HashSet<string> s_goBetweens = new(StringComparer.Ordinal)
    {
        "sh",
        "bash",
        "dash",
        "ash",
        "zsh",
        "fish",
        "ksh",
        "mksh",
        "yash",
        "csh",
        "tcsh",
        "busybox",
        "pwsh",
        "nu",
        "env",
        "sudo",
        "su",
        "doas",
        "timeout",
        "nice",
        "ionice",
        "nohup",
        "setsid",
        "stdbuf",
        "time",
        "script",
        "xargs",
        "parallel",
        "make",
        "gmake",
        "ninja",
        "just",
        "task",
    };

    /// <summary>
    /// The nearest process above this one that is no shell and nothing else that only starts others; null when there is
    /// none below the first process, or where there is no <c>/proc</c>.
    /// </summary>
    public static ProcessIdentity? NearestAtWork()
    {
        var above = ProcessStat.Read(Libc.ProcessId())?.Parent ?? 0;
        for (var depth = 0; depth < Deepest && above > 1 && ProcessStat.Read(above) is { } stat; depth++)
        {
            if (!IsGoBetween(NameOf(above) ?? ""))
            {
                return stat.Identity;
            }

            above = stat.Parent;
        }

        return null;
    }

    /// <summary>What a process calls itself, for messages; null when it has gone.</summary>
    public static string? NameOf(int pid) =>
        ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/comm")).Text;

    /// <summary>Whether a process of this name only starts others. A login shell's begins with a dash.</summary>
    internal static bool IsGoBetween(string name) => s_goBetweens.Contains(name.TrimStart('-'));
}
