namespace Baton.Runtime.Gating.Marks;

/// <summary>The bounds of marking.</summary>
public static class MarkLimits
{
    /// <summary>
    /// How long after a comment was tried it may still be unseen although it is there: reads of the service lag by up to
    /// three minutes, and a try takes up to half a minute. Nobody tries again before.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>How long it is remembered which run has put a mark.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>The lease of whoever marks. It is not renewed in the middle of a call.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a gate goes on with its comment where nobody knows whether it is there.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The pause between two looks for a comment that isn't seen yet.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
}
