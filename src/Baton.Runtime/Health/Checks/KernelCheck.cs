namespace Baton.Runtime.Health.Checks;

/// <summary>The kernel tells at once who is dead, and lets all that a run started be ended.</summary>
public sealed class KernelCheck() : Check("kernel")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        var kernel = seen.Kernel;
        if (!kernel.SeesProcesses)
            yield return Warn(
                "processes can't be looked at in /proc: a dead holder is found only once its lease has run out",
                "mount /proc of this pid namespace; on macOS it is so"
            );
        else if (kernel.Hiding is { } hiding)
            yield return Warn(
                $"{hiding}: what a lost run left running can't always be told",
                "mount /proc with hidepid=0, or run baton as root"
            );
        if (!kernel.HasHandles)
            yield return Warn(
                "there are no handles on processes (pidfd_open): a command's end is noticed by looking, and later",
                "use Linux 5.3 or later, and a sandbox that allows pidfd_open"
            );
        if (!kernel.AdoptsOrphans)
            yield return Warn(
                "orphans can't be adopted (PR_SET_CHILD_SUBREAPER): what a command leaves running is found by its marker alone",
                "use Linux, and a sandbox that allows prctl"
            );
        if (kernel is { SeesProcesses: true, Hiding: null, HasHandles: true, AdoptsOrphans: true })
            yield return Well("the kernel tells who is dead, and lets all that a run started be ended");
    }
}
