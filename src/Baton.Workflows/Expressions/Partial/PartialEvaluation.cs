using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Syntax;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Evaluates before there is a run. A group such as <c>ci-${{ github.event.issue.number || 'none' }}</c> is one name for
/// every issue and one for all schedules, and whoever wants to know which runs exclude each other has to know that from
/// the file alone. So fields that an event brings are symbols, fields that it never brings are null, everything is
/// evaluated that doesn't depend on the rest, and what does is told apart by cases: <c>ci-{issue.number}</c>, or
/// <c>ci-none</c> where there is none.
/// </summary>
/// <remarks>
/// Where it gives an answer, the answer is exact: in every run exactly one guard is true, and the evaluator comes to the
/// value beside it. It holds for values below the evaluator's memory limit. Where it would have to guess it says why it
/// can't say.
/// </remarks>
internal static class PartialEvaluation
{
    /// <summary>The texts that a text with expressions in it can become.</summary>
    public static Possibilities<SymbolicText> Texts(ExpressionText text, IPartialContexts contexts) =>
        CaseWalk.Through(
            contexts.Ways,
            decisions => new SymbolicText(PartialText.PiecesOf(Value(text, new PartialEvaluator(contexts, decisions)))),
            made => made.Doubt
        );

    /// <summary>Whether what a text comes to counts as true.</summary>
    public static Possibilities<bool> Truths(ExpressionText text, IPartialContexts contexts) =>
        CaseWalk.Through(
            contexts.Ways,
            decisions =>
            {
                var evaluator = new PartialEvaluator(contexts, decisions);
                return evaluator.Truth(Value(text, evaluator));
            },
            _ => null
        );

    /// <summary>What is known of the value of a text with expressions in it, along one way.</summary>
    public static PartialValue Value(ExpressionText text, PartialEvaluator evaluator)
    {
        if (text.Parts is [EmbeddedPart.Embedded whole])
            return Of(whole, evaluator);
        return PartialText.Of(
            text.Parts.SelectMany(part =>
                part switch
                {
                    EmbeddedPart.Literal literal => [new TextPiece.Literal(literal.Text)],
                    EmbeddedPart.Embedded embedded => PartialText.PiecesOf(Of(embedded, evaluator)),
                    _ => throw new System.Diagnostics.UnreachableException(part.GetType().Name),
                }
            )
        );
    }

    private static PartialValue Of(EmbeddedPart.Embedded part, PartialEvaluator evaluator)
    {
        try
        {
            return part.Expression.Root is { } root ? evaluator.At(root) : PartialValue.Null;
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Error with { Index = refused.Error.Index + part.Start });
        }
    }
}
