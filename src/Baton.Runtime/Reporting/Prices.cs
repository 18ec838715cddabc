using Baton.Runtime.Configuration;

namespace Baton.Runtime.Reporting;

/// <summary>What runs cost, in any currency.</summary>
/// <param name="PerMinute">For each minute.</param>
/// <param name="PerLaunch">For each start.</param>
public sealed record Prices(decimal PerMinute, decimal PerLaunch)
{
    /// <summary>The prices of a file, or nothing where it names none.</summary>
    public static Prices? Of(AuditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings is { PricePerMinute: null, PricePerLaunch: null }
            ? null
            : new(settings.PricePerMinute ?? 0, settings.PricePerLaunch ?? 0);
    }

    /// <summary>What some starts and their time cost.</summary>
    public decimal Of(int launches, TimeSpan time) =>
        (launches * PerLaunch) + (PerMinute * time.Ticks / TimeSpan.TicksPerMinute);
}
