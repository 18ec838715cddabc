using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Explaining;

/// <summary>
/// Tells how a value came about: each part of the expression with what it came to, the whole before its parts, and why
/// where the language does what people don't expect.
/// </summary>
public sealed class Explainer
{
    private const string NotEvaluated = "is not evaluated";
    private readonly Dictionary<Node, Value> values = new(ReferenceEqualityComparer.Instance);
    private readonly List<ExplainedStep> steps = [];
    private readonly Expression expression;
    private readonly EvaluationContext context;
    private ExpressionError? error;

    private Explainer(Expression expression, EvaluationContext context) =>
        (this.expression, this.context) = (expression, context);

    /// <summary>Evaluates an expression, and gives the steps; those up to an error where it fails.</summary>
    public static (Evaluation Evaluation, IReadOnlyList<ExplainedStep> Steps) Explain(
        Expression expression,
        EvaluationContext context
    )
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(context);
        var explainer = new Explainer(expression, context);
        var evaluation = expression.Evaluate(context, explainer.values.Add);
        explainer.error = (evaluation as Evaluation.Failed)?.Error;
        if (expression.Root is { } root)
            explainer.Tell(root, 0);
        return (evaluation, explainer.steps);
    }

    /// <summary>The same for a text with expressions in it; the places of the steps are in the whole text.</summary>
    public static (Evaluation Evaluation, IReadOnlyList<ExplainedStep> Steps) Explain(
        ExpressionText text,
        EvaluationContext context
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps =
            from part in text.Parts.OfType<EmbeddedPart.Embedded>()
            from step in Explain(part.Expression, context).Steps
            select step with
            {
                Index = step.Index + part.Start,
            };
        return (text.Evaluate(context), [.. steps]);
    }

    private void Tell(Node node, int depth)
    {
        if (node is Node.Literal or Node.Wildcard)
            return;
        if (!values.TryGetValue(node, out var value))
            TellWithout(node, depth);
        else
        {
            steps.Add(Step(node, depth, $"is {Shown.Short(value)}", Because(node, value)));
            foreach (var part in PartsToTell(node))
                Tell(part, depth + 1);
        }
    }

    // Either nobody asked for it, or the error is in it, which is told apart.
    private void TellWithout(Node node, int depth)
    {
        if (error is null || node.Start > error.Index || node.End < error.Index + error.Length)
            steps.Add(Step(node, depth, NotEvaluated, null));
        else
        {
            foreach (var part in PartsToTell(node))
                Tell(part, depth);
        }
    }

    private ExplainedStep Step(Node node, int depth, string outcome, string? because) =>
        new(depth, Shown.Part(expression.TextOf(node)), node.Start, outcome, because);

    // A chain such as github.event.issue.number is one step; only what is computed in it is told.
    private static IEnumerable<Node> PartsToTell(Node node)
    {
        if (node is not Node.Index index)
            return node.Parts;
        var keys = new Stack<Node>();
        Node target = index;
        for (; target is Node.Index { Target: var next, Key: var key }; target = next)
            keys.Push(key);
        return target is Node.Context ? keys : keys.Prepend(target);
    }

    private string? Because(Node node, Value value) =>
        node switch
        {
            Node.Compare compare => ComparisonReason.Of(compare.Operator, values[compare.Left], values[compare.Right]),
            Node.Logic logic => OfLogic(logic),
            Node.Not { Operand: var operand } => values[operand] is Value.Boolean
                ? null
                : $"{Shown.Short(values[operand])} counts as {Counts(values[operand])}",
            Node.Index index => new LookupReason(expression, values).Of(index),
            Node.Context named when context.Contexts.Find(named.Name) is null => "this context is not given",
            Node.Call call => CallReason.Of(
                call.Function.Name,
                [.. call.Arguments.Select(argument => values.GetValueOrDefault(argument))],
                value,
                context
            ),
            _ => null,
        };

    private string? OfLogic(Node.Logic logic)
    {
        var sign = logic.Operator == LogicOperator.And ? "&&" : "||";
        var wanted = logic.Operator == LogicOperator.Or;
        var evaluated = logic.Operands.Select(operand => values.GetValueOrDefault(operand)).OfType<Value>().ToList();
        if (evaluated.TrueForAll(value => value is Value.Boolean))
            return null;
        var before = evaluated
            .Take(evaluated.Count - 1)
            .Where(value => value is not Value.Boolean)
            .Select(value => $"{Shown.Short(value)} counts as {Counts(value)}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var rule =
            Coercion.ToTruth(evaluated[^1]) == wanted
                ? $"{sign} gives the first operand that counts as {(wanted ? "true" : "false")}"
                : $"{sign} gives the last operand where none counts as {(wanted ? "true" : "false")}";
        return before.Count == 0 ? rule : $"{rule}; {string.Join(", ", before)}";
    }

    private static string Counts(Value value) => Coercion.ToTruth(value) ? "true" : "false";
}
