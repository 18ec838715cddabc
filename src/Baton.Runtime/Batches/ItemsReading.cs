namespace Baton.Runtime.Batches;

/// <summary>What reading a list of items came to.</summary>
public abstract record ItemsReading
{
    private ItemsReading() { } // closed: every case is here

    /// <summary>The items, in their order.</summary>
    public sealed record Read(IReadOnlyList<Item> Items) : ItemsReading;

    /// <summary>It is no list of items.</summary>
    /// <param name="Message">What is wrong, and where.</param>
    public sealed record Malformed(string Message) : ItemsReading;
}
