namespace Baton.Runtime.Kernel;

/// <summary>
/// The domain in which process ids and start times can be compared: one boot of one kernel, one pid namespace, one time
/// namespace.
/// </summary>
/// <remarks>
/// The time namespace belongs to it because the kernel shifts the start times in <c>/proc/PID/stat</c> by the reader's
/// boot clock offset (time_namespaces(7)). Two domains that are not known are never the same one. Virtual machines that
/// were cloned from one running snapshot share a boot id: compare domains only between processes that share a local file.
/// </remarks>
/// <param name="Text">The domain as text; null when it is not known.</param>
public sealed record ProcessDomain(string? Text)
{
    /// <summary>A domain that nothing is known about, as where there is no <c>/proc</c>.</summary>
    public static ProcessDomain NotKnown { get; } = new((string?)null);

    /// <summary>True when the domain is known.</summary>
    public bool IsKnown => Text is not null;

    /// <summary>The domain of this process.</summary>
    public static ProcessDomain Here()
    {
        // A /proc of another pid namespace would name other processes by our numbers.
        var self = ProcFile.Link("/proc/self");
        var isOurs = int.TryParse(self, out var pid) && pid == Libc.ProcessId();
        return
            isOurs
            && KernelNames.Boot() is { } boot
            && KernelNames.Namespace("pid") is { } ids
            && KernelNames.TimeNamespace() is { } time
            ? new ProcessDomain($"{boot}/pid:{ids}/time:{time}")
            : NotKnown;
    }

    /// <summary>True when process ids of both can be compared; false when either is not known.</summary>
    public bool IsSame(ProcessDomain other) => Text is not null && Text == other.Text;

    /// <summary>
    /// True when both are known and of different boots: on the machine that this process is on, nothing of the other
    /// lives any more.
    /// </summary>
    public bool IsOfOtherBoot(ProcessDomain other) =>
        Text is not null && other.Text is { Length: > 0 } && Boot(Text) != Boot(other.Text);

    private static string Boot(string text) => text.Split('/')[0];

    /// <summary>The domain as text, or "not known".</summary>
    public override string ToString() => Text ?? "not known";
}
