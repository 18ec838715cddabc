namespace Baton.Workflows.Expressions.Syntax;

/// <summary>The operators that give one of their operands and may leave the rest unevaluated.</summary>
public enum LogicOperator
{
    /// <summary><c>&amp;&amp;</c>: the first that counts as false, else the last.</summary>
    And,

    /// <summary><c>||</c>: the first that counts as true, else the last.</summary>
    Or,
}
