using Baton.Engine;

namespace Baton.Runtime.Stores;

/// <summary>
/// Ties scope time to the clocks of the machine that wrote last. Scope time follows the boot clock, which nobody sets.
/// Over a reboot, or where another machine or namespace goes on, the boot clock says nothing: then the wall clock's
/// difference counts, if it went forward. So a wall clock that is set can make a window longer or shorter once, at a
/// reboot; it never makes scope time go back.
/// </summary>
/// <param name="Time">Scope time at the reading.</param>
/// <param name="Domain">Inside which the boot clock can be compared.</param>
/// <param name="BootTicks">The boot clock, in ticks of 100 ns.</param>
/// <param name="WallTicks">The wall clock, UTC, in ticks of 100 ns.</param>
public sealed record ClockReading(Instant Time, string Domain, long BootTicks, long WallTicks)
{
    /// <summary>The first reading of a scope: its zero is now.</summary>
    public static ClockReading First(IScopeClock clock) =>
        new(Instant.Zero, clock.Domain, clock.BootTicks, clock.WallTicks);

    /// <summary>A reading now, that goes on from this one.</summary>
    public ClockReading Next(IScopeClock clock)
    {
        var (boot, wall) = (clock.BootTicks, clock.WallTicks);
        var comparable = Domain.Length > 0 && clock.Domain == Domain;
        var passed = comparable ? boot - BootTicks : wall - WallTicks;
        return new(new Instant(Time.Ticks + Math.Max(0, passed)), clock.Domain, boot, wall);
    }
}
