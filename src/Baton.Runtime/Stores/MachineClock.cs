using Baton.Runtime.Kernel;

namespace Baton.Runtime.Stores;

/// <summary>The clocks of the machine that the program runs on.</summary>
/// <param name="clock">The boot clock, which knows the wall clock too.</param>
public sealed class MachineClock(BootClock clock) : IScopeClock
{
    private readonly Lazy<string> _domain = new(() => ClockDomain.Here().Text ?? "");

    /// <inheritdoc/>
    public string Domain => _domain.Value;

    /// <inheritdoc/>
    public long BootTicks => clock.GetTimestamp();

    /// <inheritdoc/>
    public long WallTicks => clock.GetUtcNow().UtcTicks;
}
