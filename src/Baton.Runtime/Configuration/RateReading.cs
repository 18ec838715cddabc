namespace Baton.Runtime.Configuration;

/// <summary>What became of reading a rate.</summary>
public abstract record RateReading
{
    private RateReading() { } // closed: every case is here

    /// <summary>The rate.</summary>
    public sealed record Read(Rate Value) : RateReading;

    /// <summary>The text is none; the message says what was expected.</summary>
    public sealed record Malformed(string Message) : RateReading;
}
