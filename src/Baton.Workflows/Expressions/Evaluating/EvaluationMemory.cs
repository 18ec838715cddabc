using Baton.Workflows.Expressions.Functions;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Evaluating;

/// <summary>
/// Counts what an evaluation holds at once, level by level of the tree: what lies deeper is over as soon as a text, a
/// number or a truth value was made of it. The same figures as GitHub's, so that the same expressions are refused:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Sdk/EvaluationMemory.cs
/// </summary>
internal sealed class EvaluationMemory(int limit)
{
    private readonly long[] levels = new long[ExpressionLimits.Depth + 1];
    private int deepest;
    private long total;

    /// <summary>Adds a value; false when there is no room for it.</summary>
    /// <param name="level">The level of its node.</param>
    /// <param name="value">The value.</param>
    /// <param name="origin">Where it comes from: what was found says nothing about what lies deeper.</param>
    public bool Add(int level, Value value, ValueOrigin origin)
    {
        if (origin == ValueOrigin.Made && value.IsPrimitive)
            Forget(level);
        deepest = Math.Max(deepest, level);
        var bytes = Bytes(value) + (origin == ValueOrigin.Found && value is not Value.Null ? MemoryCount.Least : 0);
        levels[level] += bytes;
        total += bytes;
        return total <= limit;
    }

    private void Forget(int level)
    {
        for (; deepest > level; deepest--)
        {
            total -= levels[deepest];
            levels[deepest] = 0;
        }
    }

    private static long Bytes(Value value) =>
        value switch
        {
            Value.Text text => MemoryCount.Of(text.Content),
            Value.Array { IsFiltered: true } array => MemoryCount.Least + ((long)array.Items.Count * MemoryCount.Item),
            _ => MemoryCount.Least,
        };
}
