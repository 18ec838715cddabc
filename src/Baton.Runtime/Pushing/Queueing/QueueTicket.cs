namespace Baton.Runtime.Pushing.Queueing;

/// <summary>A commit that waits for its branch.</summary>
/// <param name="Name">The ticket's ref.</param>
/// <param name="Commit">The commit.</param>
internal sealed record QueueTicket(string Name, string Commit);

/// <summary>What a remote said when it was asked for its queue.</summary>
internal abstract record QueueListing
{
    private QueueListing() { } // closed: every case is here

    /// <summary>The tickets in their order.</summary>
    /// <param name="Tip">Where the branch is; empty where it isn't there.</param>
    /// <param name="Tickets">The tickets.</param>
    public sealed record Listed(string Tip, IReadOnlyList<QueueTicket> Tickets) : QueueListing;

    /// <summary>It can't be asked now.</summary>
    public sealed record Later(string Why) : QueueListing;

    /// <summary>It can't be asked.</summary>
    public sealed record Never(string Why) : QueueListing;
}
