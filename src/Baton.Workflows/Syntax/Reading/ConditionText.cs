using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>A condition without <c>${{ }}</c>: all of the text is one expression.</summary>
internal static class ConditionText
{
    public static ExpressionTextReading Read(string text, Vocabulary vocabulary)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return Expression.Read(text.Trim(), vocabulary) switch
        {
            ExpressionReading.Read read => new ExpressionTextReading.Read(
                new ExpressionText(text, [new EmbeddedPart.Embedded(read.Expression, start)])
            ),
            ExpressionReading.Malformed { Error: var error } => new ExpressionTextReading.Malformed(
                error with
                {
                    Index = error.Index + start,
                }
            ),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }
}
