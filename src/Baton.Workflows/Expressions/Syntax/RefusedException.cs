namespace Baton.Workflows.Expressions.Syntax;

/// <summary>Leads an error from the depth of a tree to where it becomes an outcome; nobody else sees it.</summary>
internal sealed class RefusedException(ExpressionError error) : Exception(error.Message)
{
    public ExpressionError Error => error;
}
