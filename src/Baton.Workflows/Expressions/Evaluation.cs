using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions;

/// <summary>What became of evaluating an expression.</summary>
public abstract record Evaluation
{
    private Evaluation() { } // closed: every case is here

    /// <summary>It has a value.</summary>
    public sealed record Evaluated(Value Value) : Evaluation;

    /// <summary>It has none.</summary>
    public sealed record Failed(ExpressionError Error) : Evaluation;
}
