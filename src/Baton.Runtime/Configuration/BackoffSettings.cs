namespace Baton.Runtime.Configuration;

/// <summary>How the pause between tries grows; null where a file says nothing.</summary>
public sealed record BackoffSettings
{
    /// <summary>The first pause.</summary>
    public TimeSpan? Base { get; init; }

    /// <summary>By what each pause is longer than the last, 1 to 10.</summary>
    public decimal? Factor { get; init; }

    /// <summary>The longest pause.</summary>
    public TimeSpan? Max { get; init; }
}
