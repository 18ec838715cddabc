namespace Baton.Cli.Options;

/// <summary>What became of reading an option's value.</summary>
public abstract record ValueReading
{
    private ValueReading() { } // closed: every case is here

    /// <summary>The value.</summary>
    public sealed record Read(object Value) : ValueReading;

    /// <summary>The text is none; the message says what is wrong and what was expected.</summary>
    public sealed record Malformed(string Message) : ValueReading;
}
