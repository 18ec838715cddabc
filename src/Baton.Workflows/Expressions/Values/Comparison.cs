namespace Baton.Workflows.Expressions.Values;

/// <summary>
/// How values compare. Of two kinds both become numbers, except that arrays and objects equal nothing but themselves;
/// texts compare without case, by code unit; NaN equals nothing and is neither smaller nor larger:
/// https://github.com/actions/runner/blob/main/src/Sdk/Expressions/EvaluationResult.cs
/// </summary>
public static class Comparison
{
    /// <summary>Whether two values are equal.</summary>
    public static bool AreEqual(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Null, Value.Null) => true,
            (Value.Boolean one, Value.Boolean other) => one.Truth == other.Truth,
            (Value.Text one, Value.Text other) => string.Equals(
                one.Content,
                other.Content,
                StringComparison.OrdinalIgnoreCase
            ),
            _ when left.IsPrimitive && right.IsPrimitive => Coercion.ToNumber(left) == Coercion.ToNumber(right),
            _ => ReferenceEquals(left, right),
        };

    /// <summary>Whether the left value is smaller.</summary>
    public static bool IsLess(Value left, Value right) =>
        (left, right) switch
        {
            (Value.Text one, Value.Text other) => Order(one, other) < 0,
            _ when left.IsPrimitive && right.IsPrimitive => Coercion.ToNumber(left) < Coercion.ToNumber(right),
            _ => false,
        };

    /// <summary>Whether the left value is larger.</summary>
    public static bool IsGreater(Value left, Value right) => IsLess(right, left);

    /// <summary>Whether a comparison holds.</summary>
    public static bool Holds(ComparisonOperator comparison, Value left, Value right) =>
        comparison switch
        {
            ComparisonOperator.Equal => AreEqual(left, right),
            ComparisonOperator.NotEqual => !AreEqual(left, right),
            ComparisonOperator.Less => IsLess(left, right),
            ComparisonOperator.LessOrEqual => AreEqual(left, right) || IsLess(left, right),
            ComparisonOperator.Greater => IsGreater(left, right),
            ComparisonOperator.GreaterOrEqual => AreEqual(left, right) || IsGreater(left, right),
            _ => throw new System.Diagnostics.UnreachableException(comparison.ToString()),
        };

    private static int Order(Value.Text left, Value.Text right) =>
        string.Compare(left.Content, right.Content, StringComparison.OrdinalIgnoreCase);
}
