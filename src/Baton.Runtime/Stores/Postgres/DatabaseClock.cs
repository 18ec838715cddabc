namespace Baton.Runtime.Stores.Postgres;

/// <summary>
/// A reading of the database's clock, as scope time goes on from it. It has no domain: between two readings the
/// difference counts if it went forward, and nothing if somebody set the clock back.
/// </summary>
/// <param name="WallTicks">The reading, UTC, in ticks of 100 ns.</param>
internal sealed record DatabaseClock(long WallTicks) : IScopeClock
{
    /// <inheritdoc/>
    public string Domain => "";

    /// <inheritdoc/>
    public long BootTicks => 0;
}
