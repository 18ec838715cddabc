using System.Globalization;

namespace Baton.Runtime.Kernel;

/// <summary>The control group of a process: what it starts stays in it unless a service manager moves it.</summary>
internal static class ControlGroup
{
    /// <summary>The path in the unified hierarchy, else in that of systemd; null when it is not known (cgroups(7)).</summary>
    internal static string? PathOf(int pid)
    {
        var lines =
            ProcFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cgroup")).Text?.Split('\n') ?? [];
        var line =
            lines.FirstOrDefault(l => l.Contains(":name=systemd:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(l => l.StartsWith("0::", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', line.IndexOf(':', StringComparison.Ordinal) + 1) + 1)..];
    }

    /// <summary>True when one is the other or beneath it; true also when either is not known.</summary>
    internal static bool MayHold(string? outer, string? inner) =>
        outer is null
        || inner is null
        || outer == inner
        || inner.StartsWith(outer.EndsWith('/') ? outer : outer + "/", StringComparison.Ordinal);
}
