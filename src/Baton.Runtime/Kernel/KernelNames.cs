namespace Baton.Runtime.Kernel;

/// <summary>The names that the kernel gives to its boot and to the namespaces of this process.</summary>
internal static class KernelNames
{
    /// <summary>The boot id; null when it is not known.</summary>
    internal static string? Boot() =>
        ProcFile.Read("/proc/sys/kernel/random/boot_id").Text is { Length: > 0 } text ? text.Trim() : null;

    /// <summary>The number of a namespace, as in <c>pid:[4026531836]</c>; null when it is not known.</summary>
    internal static string? Namespace(string kind)
    {
        var link = ProcFile.Link($"/proc/self/ns/{kind}");
        var open = link?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        return open >= 0 && link!.EndsWith(']') ? link[(open + 1)..^1] : null;
    }

    /// <summary>The number of the time namespace; "none" on kernels before 5.6, where there is only one.</summary>
    internal static string? TimeNamespace() => Namespace("time") ?? (Namespace("pid") is null ? null : "none");
}
