namespace Baton.Runtime.Configuration;

/// <summary>What a file says about the audit; null where it says nothing.</summary>
public sealed record AuditSettings
{
    /// <summary>How long records are kept.</summary>
    public TimeSpan? Keep { get; init; }

    /// <summary>What a minute of a run costs, in any currency; for reports.</summary>
    public decimal? PricePerMinute { get; init; }

    /// <summary>What the start of a run costs, in the same currency; for reports.</summary>
    public decimal? PricePerLaunch { get; init; }
}
