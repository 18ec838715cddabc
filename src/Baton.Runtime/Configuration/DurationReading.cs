namespace Baton.Runtime.Configuration;

/// <summary>What became of reading a span of time.</summary>
public abstract record DurationReading
{
    private DurationReading() { } // closed: every case is here

    /// <summary>The span, zero or more.</summary>
    public sealed record Read(TimeSpan Value) : DurationReading;

    /// <summary>The text is none; the message says what was expected.</summary>
    public sealed record Malformed(string Message) : DurationReading;
}
