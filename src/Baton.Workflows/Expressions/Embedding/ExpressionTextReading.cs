namespace Baton.Workflows.Expressions.Embedding;

/// <summary>What became of reading a text with expressions in it.</summary>
public abstract record ExpressionTextReading
{
    private ExpressionTextReading() { } // closed: every case is here

    /// <summary>All its expressions were read.</summary>
    public sealed record Read(ExpressionText Text) : ExpressionTextReading;

    /// <summary>One could not be read; the place of the error is in the whole text.</summary>
    public sealed record Malformed(ExpressionError Error) : ExpressionTextReading;
}
