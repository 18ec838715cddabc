namespace Baton.Runtime.Asking;

/// <summary>What became of reading a group.</summary>
public abstract record GroupWishReading
{
    private GroupWishReading() { } // closed: every case is here

    /// <summary>The group.</summary>
    public sealed record Read(GroupWish Wish) : GroupWishReading;

    /// <summary>The text is none; the message says what was expected.</summary>
    public sealed record Malformed(string Message) : GroupWishReading;
}
