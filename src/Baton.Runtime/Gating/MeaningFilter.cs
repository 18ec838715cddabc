using System.Diagnostics;
using Baton.Runtime.Asking;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Runtime.Gating;

/// <summary>
/// Says by an expression of GitHub Actions whether an event is meant at all. What isn't must be kept away before it claims
/// anything: as a workflow's own concurrency group is claimed before any <c>if</c> is looked at, there an event that nobody
/// wanted ends the run that somebody did.
/// </summary>
/// <param name="contexts">What the expression may name.</param>
public sealed class MeaningFilter(Properties contexts)
{
    /// <summary>Judges by an expression.</summary>
    /// <exception cref="AskingException">It is none, or has no value.</exception>
    public Meaning Judge(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var vocabulary = new Vocabulary(contexts.Select(context => context.Key));
        return Expression.Read(expression, vocabulary) switch
        {
            ExpressionReading.Read { Expression: var read } => Evaluated(expression, read),
            ExpressionReading.Malformed { Error: var error } => throw Bad(AskingFault.Usage, expression, error),
            _ => throw new UnreachableException("an expression is read or malformed"),
        };
    }

    private Meaning Evaluated(string text, Expression expression) =>
        expression.Evaluate(new EvaluationContext(contexts)) switch
        {
            Evaluation.Evaluated { Value: var value } when Coercion.ToTruth(value) => new Meaning.Meant(),
            Evaluation.Evaluated => new Meaning.NotMeant($"{OneLine.Of(text, 300)} is false for this event"),
            Evaluation.Failed { Error: var error } => throw Bad(AskingFault.Input, text, error),
            _ => throw new UnreachableException("an expression has a value or none"),
        };

    private static AskingException Bad(AskingFault fault, string text, ExpressionError error)
    {
        var line = $"--when {OneLine.Quoted(text)}: {OneLine.Of(error.Summary, 300)}";
        return new AskingException(fault, error.Hint is { } hint ? [line, hint] : [line]);
    }
}
