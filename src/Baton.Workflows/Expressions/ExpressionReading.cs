namespace Baton.Workflows.Expressions;

/// <summary>What became of reading an expression.</summary>
public abstract record ExpressionReading
{
    private ExpressionReading() { } // closed: every case is here

    /// <summary>The text is an expression.</summary>
    public sealed record Read(Expression Expression) : ExpressionReading;

    /// <summary>The text is none.</summary>
    public sealed record Malformed(ExpressionError Error) : ExpressionReading;
}
