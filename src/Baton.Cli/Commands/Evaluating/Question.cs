using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Functions;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>An expression to evaluate, or a text with <c>${{ … }}</c> in it.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Context">What it may know; names that are not in it are errors, as where GitHub doesn't give them.</param>
internal sealed record Question(string Text, EvaluationContext Context)
{
    private Vocabulary Vocabulary =>
        new(Context.Contexts.Select(context => context.Key), FunctionTable.OfStatus.Append(FunctionTable.HashFiles));

    /// <summary>Answers it, with the steps where they are wanted.</summary>
    public Answer Answer(bool withSteps) =>
        Text.Contains(ExpressionText.Opening, StringComparison.Ordinal) ? OfText(withSteps) : OfExpression(withSteps);

    private Answer OfExpression(bool withSteps)
    {
        switch (Expression.Read(Text, Vocabulary))
        {
            case ExpressionReading.Read { Expression: var expression }:
                if (!withSteps)
                    return new(Text, expression.Evaluate(Context), []);
                var (evaluation, steps) = Explainer.Explain(expression, Context);
                return new(Text, evaluation, steps);
            case ExpressionReading.Malformed malformed:
                return new(Text, new Evaluation.Failed(malformed.Error), []);
            default:
                throw new System.Diagnostics.UnreachableException("an expression is read or malformed");
        }
    }

    private Answer OfText(bool withSteps)
    {
        switch (ExpressionText.Read(Text, Vocabulary))
        {
            case ExpressionTextReading.Read { Text: var text }:
                if (!withSteps)
                    return new(Text, text.Evaluate(Context), []);
                var (evaluation, steps) = Explainer.Explain(text, Context);
                return new(Text, evaluation, steps);
            case ExpressionTextReading.Malformed malformed:
                return new(Text, new Evaluation.Failed(malformed.Error), []);
            default:
                throw new System.Diagnostics.UnreachableException("a text is read or malformed");
        }
    }
}
