namespace Baton.Runtime.Stores;

/// <summary>How much of everything a scope has in its store.</summary>
/// <param name="LiveRuns">Runs that have not ended.</param>
/// <param name="EndedRuns">Runs that have.</param>
/// <param name="Lingering">Holds that outlive their run: windows of keys, rates, lock-delays.</param>
/// <param name="Recorded">Resources whose settings are recorded.</param>
/// <param name="Paused">Resources that are paused.</param>
/// <param name="Entries">Entries of the audit.</param>
/// <param name="LastToken">The last token that was given.</param>
public sealed record ScopeContents(
    long LiveRuns,
    long EndedRuns,
    long Lingering,
    long Recorded,
    long Paused,
    long Entries,
    long LastToken
)
{
    /// <summary>A scope in which nothing has happened.</summary>
    public static readonly ScopeContents Nothing = new(0, 0, 0, 0, 0, 0, 0);
}
