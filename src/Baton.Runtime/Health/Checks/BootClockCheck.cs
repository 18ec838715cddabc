using Baton.Runtime.Wording;

namespace Baton.Runtime.Health.Checks;

/// <summary>The clock that leases are measured by can be read and compared.</summary>
public sealed class BootClockCheck() : Check("boot-clock")
{
    /// <inheritdoc/>
    public override IEnumerable<Diagnosis> Judge(Examination seen)
    {
        yield return seen.Kernel switch
        {
            { SinceBoot: null } => Fail(
                "the kernel's boot clock can't be read: no lease can be measured",
                "run on Linux or macOS, outside a sandbox that forbids clock_gettime"
            ),
            { Clocks.IsKnown: false } => Warn(
                "the boot id or the time namespace can't be read, so scope time goes on by the wall clock",
                "let this process read /proc/sys/kernel/random/boot_id and /proc/self/ns"
            ),
            { SinceBoot: { } since } => Well($"the boot clock runs, for {Spans.Of(since)} now"),
        };
    }
}
