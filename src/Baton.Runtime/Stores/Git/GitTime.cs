using Baton.Engine;

namespace Baton.Runtime.Stores.Git;

/// <summary>
/// Scope time in a git remote. Machines that share nothing but refs have nothing but their wall clocks: scope time counts
/// from when the scope was made, by whoever looks. A machine that goes on from what another one wrote takes a margin off
/// its own clock, so that a clock that is fast by less ends no window early; it may end late by as much. The machine that
/// wrote last goes on by its boot clock. It never goes back, and no lease depends on it (promise 9).
/// </summary>
/// <param name="Clock">The clocks of this machine.</param>
/// <param name="Margin">How far clocks may be apart.</param>
internal sealed record GitTime(IScopeClock Clock, TimeSpan Margin)
{
    /// <summary>Between machines whose clocks nothing compares.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    /// <summary>Between machines that go by the same server's answers: they have whole seconds, and take a moment.</summary>
    public static readonly TimeSpan Compared = TimeSpan.FromSeconds(5);

    /// <summary>A reading now, that goes on from one.</summary>
    /// <param name="last">The newest.</param>
    /// <param name="zero">The wall clock's ticks at which scope time was zero.</param>
    public ClockReading Next(ClockReading last, long zero)
    {
        if (last.Domain.Length > 0 && last.Domain == Clock.Domain)
            return last.Next(Clock);
        var wall = Clock.WallTicks;
        var time = Math.Max(last.Time.Ticks, wall - zero - Margin.Ticks);
        return new(new Instant(time), Clock.Domain, Clock.BootTicks, wall);
    }
}
