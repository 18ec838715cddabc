namespace Baton.Runtime.Configuration;

/// <summary>What became of reading a store's address.</summary>
public abstract record StoreReading
{
    private StoreReading() { } // closed: every case is here

    /// <summary>The address.</summary>
    public sealed record Read(StoreAddress Value) : StoreReading;

    /// <summary>The text is none; the message says what was expected, and never repeats the text.</summary>
    public sealed record Malformed(string Message) : StoreReading;
}
