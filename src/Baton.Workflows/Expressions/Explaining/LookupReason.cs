using System.Globalization;
using Baton.Workflows.Expressions.Syntax;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Expressions.Explaining;

/// <summary>Why a property or an index gave what it gave: the first place of the chain where something was not there.</summary>
internal sealed class LookupReason(Expression expression, IReadOnlyDictionary<Node, Value> values)
{
    public string? Of(Node.Index index)
    {
        if (index.Target is Node.Index inner && values.TryGetValue(inner, out var before) && before is Value.Null)
            return Of(inner);
        return values.TryGetValue(index.Target, out var target) && values.TryGetValue(index, out var value)
            ? Of(index, target, value)
            : null;
    }

    private string? Of(Node.Index index, Value target, Value value)
    {
        var name = Shown.Part(expression.TextOf(index.Target));
        if (index.Key is Node.Wildcard)
            return target is Value.Array or Value.Object
                ? null
                : $"{name} is {Shown.Short(target)}, in which * finds nothing";
        if (!values.TryGetValue(index.Key, out var key))
            return target is Value.Null
                ? $"{name} is null, and null has no properties"
                : $"{name} is {Shown.Kind(target)}, which has no properties";
        return target switch
        {
            Value.Array { IsFiltered: true } => key is Value.Number
                ? "after * an index is looked up in each item, not in the list of them"
                : null,
            Value.Array array => OfItem(name, array, (key, value)),
            Value.Object found => OfProperty(name, found.Properties, (Coercion.ToText(key), value)),
            _ => null,
        };
    }

    private static string? OfItem(string name, Value.Array array, (Value Key, Value Value) step) =>
        step.Value is not Value.Null ? null
        : double.IsNaN(Coercion.ToNumber(step.Key)) ? $"{name} is an array: it has items by number, and * for all"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{name} has {array.Items.Count} item{(array.Items.Count == 1 ? "" : "s")}, counted from 0"
        );

    private static string? OfProperty(string name, Properties properties, (string Key, Value Value) step)
    {
        if (properties.Find(step.Key) is null)
        {
            var near = Nearest.To(step.Key, properties.Select(pair => pair.Key));
            var hint = near is null ? "" : $"; did you mean {OneLine.Of(near)}?";
            return $"{name} has no {OneLine.Of(step.Key)}, and what is not there is null{hint}";
        }

        var spelling = properties
            .First(pair => string.Equals(pair.Key, step.Key, StringComparison.OrdinalIgnoreCase))
            .Key;
        return string.Equals(spelling, step.Key, StringComparison.Ordinal)
            ? null
            : $"it is spelled {OneLine.Of(spelling)} there; names are looked up without case";
    }
}
