namespace Baton.Runtime.Stores.Git;

/// <summary>The clocks of a machine, its wall clock put right by somebody who knows better.</summary>
/// <param name="clock">The machine's.</param>
/// <param name="ahead">By how much its wall clock is ahead, in ticks.</param>
internal sealed class CorrectedClock(IScopeClock clock, long ahead) : IScopeClock
{
    /// <inheritdoc/>
    public string Domain => clock.Domain;

    /// <inheritdoc/>
    public long BootTicks => clock.BootTicks;

    /// <inheritdoc/>
    public long WallTicks => clock.WallTicks - ahead;
}
