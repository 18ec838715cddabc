using Baton.Runtime.Stores;

namespace Baton.Tests.Integration.Support;

/// <summary>Clocks that stand until they are set.</summary>
internal sealed class ManualClock : IScopeClock
{
    public string Domain { get; set; } = "boot-1";

    public long BootTicks { get; set; } = TimeSpan.FromHours(1).Ticks;

    public long WallTicks { get; set; } = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public void Advance(TimeSpan span) => (BootTicks, WallTicks) = (BootTicks + span.Ticks, WallTicks + span.Ticks);
}
