namespace Baton.Workflows.Expressions.Values;

/// <summary>What became of reading JSON text.</summary>
public abstract record JsonReading
{
    private JsonReading() { } // closed: every case is here

    /// <summary>A value was read.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="End">The index after its last character; what follows was not looked at.</param>
    public sealed record Read(Value Value, int End) : JsonReading;

    /// <summary>The text is not JSON.</summary>
    /// <param name="Index">Where in the text, from 0.</param>
    /// <param name="Message">What is wrong, in one phrase.</param>
    public sealed record Malformed(int Index, string Message) : JsonReading;
}
