using System.Diagnostics;
using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Evaluating;

/// <summary>
/// Walks over a tree once. It calls itself, at most as deep as <see cref="ExpressionLimits.Depth"/>; what operators and
/// functions mean is not said here but in <c>Values</c> and <c>Functions</c>.
/// </summary>
/// <param name="text">The expression's text, for messages.</param>
/// <param name="context">What it may know.</param>
/// <param name="seen">Is told each value, those of parts before those of the whole.</param>
internal sealed class Evaluator(string text, EvaluationContext context, Action<Node, Value>? seen)
{
    private readonly EvaluationMemory memory = new(context.Memory);

    /// <summary>The value of the whole tree.</summary>
    /// <exception cref="RefusedException">It has none.</exception>
    public Value Evaluate(Node root) => At(root, 0);

    private Value At(Node node, int level)
    {
        var value = node switch
        {
            Node.Literal literal => literal.Value,
            Node.Wildcard => Value.Of("*"),
            Node.Context named => context.Contexts.Find(named.Name) ?? Value.Null.Value,
            Node.Index index => Index(index, level),
            Node.Not not => Value.Of(!Coercion.ToTruth(At(not.Operand, level + 1))),
            Node.Compare compare => Value.Of(
                Comparison.Holds(compare.Operator, At(compare.Left, level + 1), At(compare.Right, level + 1))
            ),
            Node.Logic logic => Logic(logic, level),
            Node.Call call => call.Function.Call(new OneCall(this, call, level)),
            _ => throw new UnreachableException(node.GetType().Name),
        };
        var origin = node is Node.Context or Node.Index ? ValueOrigin.Found : ValueOrigin.Made;
        if (!memory.Add(level, value, origin))
            throw Refusal(node, "The maximum allowed memory size was exceeded");
        seen?.Invoke(node, value);
        return value;
    }

    private Value Index(Node.Index index, int level)
    {
        var target = At(index.Target, level + 1);
        if (index.Key is Node.Wildcard)
            return Lookup.All(target);
        return Lookup.HasParts(target) ? Lookup.In(target, At(index.Key, level + 1)) : Value.Null.Value;
    }

    private Value Logic(Node.Logic logic, int level)
    {
        Value value = Value.Null.Value;
        foreach (var operand in logic.Operands)
        {
            value = At(operand, level + 1);
            if (Coercion.ToTruth(value) == (logic.Operator == LogicOperator.Or))
                break;
        }

        return value;
    }

    private RefusedException Refusal(Node node, string message)
    {
        var full = message.StartsWith("The maximum allowed memory", StringComparison.Ordinal)
            ? $"{message} while evaluating the following expression: {text[node.Start..node.End]}"
            : message;
        return new(
            new ExpressionError(ErrorKind.Evaluation, full, node.Start, node.End - node.Start) { Summary = message }
        );
    }

    private sealed class OneCall(Evaluator evaluator, Node.Call node, int level) : FunctionCall
    {
        private readonly Value?[] values = new Value?[node.Arguments.Count];

        public override int Count => node.Arguments.Count;

        public override EvaluationContext Context => evaluator.EvaluationContext;

        public override Value Argument(int index) => values[index] ??= evaluator.At(node.Arguments[index], level + 1);

        public override Exception Refuse(string message) => evaluator.Refusal(node, message);
    }

    private EvaluationContext EvaluationContext => context;
}
