using Baton.Runtime.Stores;

namespace Baton.Runtime.Health;

/// <summary>A store on another machine, and what it says of itself.</summary>
/// <param name="Address">Its address.</param>
public sealed record RemoteFacts(string Address)
{
    /// <summary>Why it can't be read; null where it can.</summary>
    public StoreException? Failure { get; init; }

    /// <summary>What it was tried for and doesn't do; null where nothing had to be tried.</summary>
    public IReadOnlyList<StoreException>? Trial { get; init; }

    /// <summary>What is wrong inside it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
