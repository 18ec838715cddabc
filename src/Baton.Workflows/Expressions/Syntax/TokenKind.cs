namespace Baton.Workflows.Expressions.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    StartGroup,
    EndGroup,
    StartIndex,
    EndIndex,
    StartArguments,
    EndArguments,
    Separator,
    Dereference,
    Wildcard,
    Not,
    Comparison,
    And,
    Or,
    Literal,
    PropertyName,
    Function,
    Context,
}
