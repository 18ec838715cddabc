namespace Baton.Runtime.Configuration;

/// <summary>What a file says about a key; null where it says nothing.</summary>
public sealed record KeySettings
{
    /// <summary>How long after a success the key stays taken.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>What a failure leaves.</summary>
    public OnFailure? OnFailure { get; init; }

    /// <summary>What a request does that finds the key taken.</summary>
    public OnDuplicate? OnDuplicate { get; init; }
}
