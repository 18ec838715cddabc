namespace Baton.Engine.Resources;

/// <summary>How long a hold stays after its run's end, by how the run ended. All spans are of scope time.</summary>
/// <param name="Success">After success: the window of a key.</param>
/// <param name="Failure">After failure, from the end; after loss, from the last renewal.</param>
/// <param name="LockDelay">After loss, from the loss; none where nobody set one.</param>
/// <param name="SinceGrant">From the grant, whatever becomes of the run: the span of a rate.</param>
public sealed record Lingering(TimeSpan Success, TimeSpan Failure, TimeSpan? LockDelay, TimeSpan SinceGrant)
{
    /// <summary>A hold that goes with its run.</summary>
    public static readonly Lingering None = new(TimeSpan.Zero, TimeSpan.Zero, null, TimeSpan.Zero);

    /// <summary>The holds of a group with a lock-delay.</summary>
    public static Lingering AfterLoss(TimeSpan? lockDelay) => None with { LockDelay = lockDelay };

    /// <summary>The hold of a key: a tombstone for the window after success, and after failure if that is asked for.</summary>
    public static Lingering Window(TimeSpan window, bool afterFailure = false) =>
        None with
        {
            Success = window,
            Failure = afterFailure ? window : TimeSpan.Zero,
        };

    /// <summary>The hold of a rate: one of N starts in a span.</summary>
    public static Lingering Since(TimeSpan span) => None with { SinceGrant = span };
}
