using Baton.Workflows.Expressions.Evaluating;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions;

/// <summary>
/// An expression of GitHub's language, what stands between <c>${{</c> and <c>}}</c>: read once, evaluated as often as one
/// likes, also at the same time. The language looks like JavaScript and is not: texts compare without case, values of two
/// kinds become numbers, nothing that is missing is an error, and a misspelt property is null for ever. What must agree
/// with GitHub here is therefore everything: what is refused, in which words and where, what is never evaluated, and how
/// much memory is too much.
/// </summary>
/// <remarks>
/// The rules are in three places: which token may follow which in <c>Syntax</c>, what operators do in <c>Values</c>, and
/// one class for each function in <c>Functions</c>. Whoever evaluates only in part walks over <see cref="Root"/> and
/// asks the same three.
/// </remarks>
public sealed class Expression
{
    private Expression(string text, Node? root) => (Text, Root) = (text, root);

    /// <summary>The text, as it was read.</summary>
    public string Text { get; }

    /// <summary>The tree; null where the text is empty or only spaces, which is an expression whose value is null.</summary>
    public Node? Root { get; }

    /// <summary>Reads an expression's text, without <c>${{</c> and <c>}}</c>. Never throws on what it holds.</summary>
    /// <param name="text">At most <see cref="ExpressionLimits.Length"/> characters; more are refused unread.</param>
    /// <param name="vocabulary">The names that may be used.</param>
    public static ExpressionReading Read(string text, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (text.Length > ExpressionLimits.Length)
            return new ExpressionReading.Malformed(Complaint.TooLong());
        try
        {
            return new ExpressionReading.Read(new Expression(text, new Parser(text, vocabulary).Parse()));
        }
        catch (RefusedException refused)
        {
            return new ExpressionReading.Malformed(refused.Error);
        }
    }

    /// <summary>The expression's value. Never throws on what the contexts hold.</summary>
    /// <param name="context">What it may know.</param>
    /// <param name="seen">
    /// Is told the value of each part that is evaluated, each once, before the whole that it belongs to.
    /// </param>
    public Evaluation Evaluate(EvaluationContext context, Action<Node, Value>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Root is null)
            return new Evaluation.Evaluated(Value.Null.Value);
        try
        {
            return new Evaluation.Evaluated(new Evaluator(Text, context, seen).Evaluate(Root));
        }
        catch (RefusedException refused)
        {
            return new Evaluation.Failed(refused.Error);
        }
    }

    /// <summary>The text of a part.</summary>
    public string TextOf(Node part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Text[part.Start..part.End];
    }
}
