namespace Baton.Runtime.Configuration;

/// <summary>What a file says for every run; null where it says nothing.</summary>
public sealed record DefaultSettings
{
    /// <summary>How long a run waits before it gives up.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>How long a run keeps what it holds without renewing it.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>0 to 100; the larger goes first.</summary>
    public int? Priority { get; init; }

    /// <summary>How much waiting weighs as much as 20 of priority; one value for a scope.</summary>
    public TimeSpan? Aging { get; init; }
}
