namespace Baton.Engine.Views;

/// <summary>A scope's own row.</summary>
/// <param name="Version">Grows by one with every outcome that changes anything.</param>
/// <param name="LastToken">The last token given; never given again.</param>
/// <param name="Arrivals">How many runs were asked for.</param>
/// <param name="Time">Scope time as of the last change; never goes back.</param>
/// <param name="Aging">How much a waiting run ages for 20 steps of priority; fixed by the first request.</param>
public sealed record ScopeState(long Version, long LastToken, long Arrivals, Instant Time, TimeSpan Aging)
{
    /// <summary>A scope in which nothing has happened.</summary>
    public static readonly ScopeState Empty = new(0, 0, 0, Instant.Zero, Limits.Aging);

    /// <summary>Where its state is instead; none while it is here. Elsewhere, every command is refused.</summary>
    public Elsewhere? Elsewhere { get; init; }
}
