using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Explaining;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Cli.Commands.Evaluating;

/// <summary>An expression to evaluate, or a text with <c>${{ … }}</c> in it.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Context">What it may know; names that are not in it are errors, as where GitHub doesn't give them.</param>
internal sealed record Question(string Text, EvaluationContext Context)
{
    /// <summary>Whether it is the condition of a job or a step: then GitHub may put something before it, and it is true or false.</summary>
    public bool IsCondition { get; init; }

    /// <summary>What <c>github</c> has and nobody knows, with the reason, by name.</summary>
    public IReadOnlyDictionary<string, string> Unknown { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    private Vocabulary Vocabulary =>
        new(Context.Contexts.Select(context => context.Key), FunctionTable.OfStatus.Append(FunctionTable.HashFiles));

    /// <summary>Answers it, with the steps where they are wanted.</summary>
    public Answer Answer(bool withSteps) =>
        IsCondition ? OfCondition(withSteps)
        : Text.Contains(ExpressionText.Opening, StringComparison.Ordinal)
            ? OfText(ExpressionText.Read(Text, Vocabulary), withSteps)
        : OfExpression(withSteps);

    // What GitHub evaluates is shown where it isn't what is written.
    private Answer OfCondition(bool withSteps)
    {
        var reading = ConditionText.Read(Text, Vocabulary);
        if (reading is not ExpressionTextReading.Read { Text: var text })
            return OfText(reading, withSteps);
        var answer = ConditionText.Evaluated(text) is { } evaluated
            ? (this with { Text = evaluated }).OfExpression(withSteps)
            : WithReason(OfText(reading, withSteps), withSteps);
        return answer.Evaluation is Evaluation.Evaluated { Value: var value }
            ? answer with
            {
                Evaluation = new Evaluation.Evaluated(Value.Of(Coercion.ToTruth(value) && MayRun(text))),
            }
            : answer;
    }

    private static Answer WithReason(Answer answer, bool withSteps) =>
        withSteps && answer.Evaluation is Evaluation.Evaluated { Value: var value }
            ? answer with
            {
                Steps =
                [
                    new ExplainedStep(
                        0,
                        Shown.Part(answer.Text),
                        0,
                        $"is {Shown.Short(value)}",
                        "text stands beside ${{ }}, so all of it is a text, and one that isn't empty counts as true"
                    ),
                    .. answer.Steps.Select(step => step with { Depth = step.Depth + 1 }),
                ],
            }
            : answer;

    // A text has no place for success(), which counts all the same.
    private bool MayRun(ExpressionText text) =>
        ConditionText.Evaluated(text) is not null
        || ConditionText.AsksStatus(text)
        || Context.Status == JobStatus.Success;

    private Answer OfExpression(bool withSteps)
    {
        switch (Expression.Read(Text, Vocabulary))
        {
            case ExpressionReading.Read { Expression: var expression }:
                var unknown = new UnknownReads(Unknown);
                var evaluation = unknown.Checked(expression.Evaluate(Context, unknown.See), 0);
                var steps = withSteps ? Explainer.Explain(expression, Context).Steps : [];
                return new(Text, evaluation, steps);
            case ExpressionReading.Malformed malformed:
                return new(Text, new Evaluation.Failed(malformed.Error), []);
            default:
                throw new System.Diagnostics.UnreachableException("an expression is read or malformed");
        }
    }

    private Answer OfText(ExpressionTextReading reading, bool withSteps)
    {
        switch (reading)
        {
            case ExpressionTextReading.Read { Text: var text }:
                var evaluation = text.Evaluate(Context);
                foreach (var part in text.Parts.OfType<EmbeddedPart.Embedded>())
                {
                    var unknown = new UnknownReads(Unknown);
                    if (
                        unknown.Checked(part.Expression.Evaluate(Context, unknown.See), part.Start)
                        is Evaluation.Failed failed
                    )
                        return new(Text, evaluation is Evaluation.Failed ? evaluation : failed, []);
                }

                return new(Text, evaluation, withSteps ? Explainer.Explain(text, Context).Steps : []);
            case ExpressionTextReading.Malformed malformed:
                return new(Text, new Evaluation.Failed(malformed.Error), []);
            default:
                throw new System.Diagnostics.UnreachableException("a text is read or malformed");
        }
    }
}
