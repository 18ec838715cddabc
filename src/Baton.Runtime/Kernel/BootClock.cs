namespace Baton.Runtime.Kernel;

/// <summary>
/// The clock that starts at boot, never goes back, and goes on while the machine sleeps (CLOCK_BOOTTIME); wall clock
/// time comes from the clock given.
/// </summary>
/// <remarks>
/// A lease must run out during suspend too, and no wall clock may matter to one. Readings are in ticks of 100 ns and
/// compare inside one <see cref="ClockDomain"/> only.
/// </remarks>
/// <param name="wall">Tells the wall clock time.</param>
public sealed class BootClock(TimeProvider wall) : TimeProvider
{
    // macOS: CLOCK_MONOTONIC there goes on during sleep (clock_gettime(3)).
    private static readonly int s_clock = OperatingSystem.IsMacOS() ? 6 : 7;

    /// <summary>Ticks in a second: 10,000,000.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time since boot.</summary>
    public TimeSpan SinceBoot => new(GetTimestamp());

    /// <summary>The time since boot in ticks of 100 ns.</summary>
    /// <exception cref="KernelException">The kernel has no such clock.</exception>
    public override unsafe long GetTimestamp()
    {
        TimeSpec time;
        return Libc.ReadClock(s_clock, &time) == 0
            ? (time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick)
            : throw KernelException.Last("Can't read the boot clock");
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow();
}
