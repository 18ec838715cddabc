using System.Diagnostics;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Partial;

/// <summary>
/// Walks over a tree as the evaluator does, along one way. What is known goes through the very operators and functions
/// that evaluate; of what isn't known it asks no more than they would have to: whether it is there, counts as true, is
/// equal. Everything else stays open and is filled in later, by the same operators and functions.
/// </summary>
/// <param name="contexts">What is known of the contexts.</param>
/// <param name="decisions">The answers along the way.</param>
internal sealed class PartialEvaluator(IPartialContexts contexts, Decisions decisions)
{
    private readonly PartialTruth truth = new(decisions);

    public Decisions Decisions => decisions;

    /// <summary>What is known of the value of a tree.</summary>
    /// <exception cref="RefusedException">It has none.</exception>
    /// <exception cref="UntellableException">Nobody can say.</exception>
    public PartialValue At(Node node) =>
        node switch
        {
            Node.Literal literal => new PartialValue.Known(literal.Value),
            Node.Wildcard => new PartialValue.Known(Value.Of(Symbol.All)),
            Node.Context named => contexts.Find(named.Name, decisions),
            Node.Index index => Index(index),
            Node.Not not => Of(!truth.Of(At(not.Operand))),
            Node.Compare compare => Of(truth.Of(compare.Operator, At(compare.Left), At(compare.Right))),
            Node.Logic logic => Logic(logic),
            Node.Call call => new PartialCall(this, call).Evaluate(),
            _ => throw new UnreachableException(node.GetType().Name),
        };

    /// <summary>Whether a value counts as true.</summary>
    public bool Truth(PartialValue value) => truth.Of(value);

    private static PartialValue.Known Of(bool value) => new(Value.Of(value));

    private PartialValue Logic(Node.Logic logic)
    {
        var value = PartialValue.Null;
        for (var i = 0; i < logic.Operands.Count; i++)
        {
            value = At(logic.Operands[i]);
            if (i + 1 < logic.Operands.Count && truth.Of(value) == (logic.Operator == LogicOperator.Or))
                break;
        }

        return value;
    }

    private PartialValue Index(Node.Index index)
    {
        var target = At(index.Target);
        if (index.Key is Node.Wildcard)
            return target switch
            {
                PartialValue.Known known => new PartialValue.Known(Lookup.All(known.Value)),
                PartialValue.OfSymbol { Symbol: { Parts: { } parts } symbol } => parts.All(symbol),
                _ => new PartialValue.Known(Lookup.All(Value.Null.Value)),
            };
        return target switch
        {
            PartialValue.Known { Value: var value } => Lookup.HasParts(value)
                ? In(value, At(index.Key))
                : PartialValue.Null,
            PartialValue.OfSymbol { Symbol: { Parts: { } parts } symbol } => parts.Find(
                symbol,
                Key(At(index.Key)),
                decisions
            ),
            _ => PartialValue.Null,
        };
    }

    private static string Key(PartialValue key) =>
        key is PartialValue.Known { Value: var known }
        && (known is Value.Text or Value.Number)
        && Coercion.ToText(known) != Symbol.All
            ? Coercion.ToText(known)
            : throw new UntellableException("which field is looked up is known only in the run");

    // Which property it is, is asked one after the other.
    private PartialValue In(Value target, PartialValue key)
    {
        if (key is PartialValue.Known known)
            return new PartialValue.Known(Lookup.In(target, known.Value));
        if (target is not Value.Object { Properties: var properties } || !PartialTruth.IsText(key))
            throw new UntellableException("which item is looked up is known only in the run");
        foreach (var (name, value) in properties)
        {
            if (truth.Of(ComparisonOperator.Equal, key, new PartialValue.Known(Value.Of(name))))
                return new PartialValue.Known(value);
        }

        return PartialValue.Null;
    }
}
