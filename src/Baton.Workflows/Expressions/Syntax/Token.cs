using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Syntax;

/// <summary>A word of an expression, with its place.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>The value of a literal.</summary>
    public Value? Value { get; init; }

    /// <summary>Which comparison.</summary>
    public ComparisonOperator Operator { get; init; }

    public int End => Start + Length;

    /// <summary>Whether it waits on the stack of operators for its operands.</summary>
    public bool IsOperator =>
        Kind
            is not (
                TokenKind.Literal
                or TokenKind.PropertyName
                or TokenKind.Function
                or TokenKind.Context
                or TokenKind.Wildcard
            );

    /// <summary>Whether it opens something that another token closes.</summary>
    public bool IsOpening => Kind is TokenKind.StartGroup or TokenKind.StartIndex or TokenKind.StartArguments;

    /// <summary>Whether an operand is complete after it, so that an operator may follow.</summary>
    public bool EndsOperand =>
        Kind
            is TokenKind.EndGroup
                or TokenKind.EndIndex
                or TokenKind.EndArguments
                or TokenKind.Wildcard
                or TokenKind.Literal
                or TokenKind.PropertyName
                or TokenKind.Context;

    /// <summary>Whether an operand may begin after it.</summary>
    public bool AwaitsOperand =>
        IsOpening
        || Kind is TokenKind.Separator or TokenKind.Not or TokenKind.Comparison or TokenKind.And or TokenKind.Or;

    /// <summary>
    /// How strongly it binds: https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Tokens/Token.cs
    /// </summary>
    public int Precedence =>
        Kind switch
        {
            TokenKind.StartGroup => 20,
            TokenKind.StartIndex or TokenKind.StartArguments or TokenKind.Dereference => 19,
            TokenKind.Not => 16,
            TokenKind.Comparison => Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual ? 10 : 11,
            TokenKind.And => 6,
            TokenKind.Or => 5,
            _ => 1,
        };
}
