using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Explaining;

/// <summary>Why a comparison came out as it did.</summary>
internal static class ComparisonReason
{
    /// <summary>The reason, or null where both sides are plain to see.</summary>
    public static string? Of(ComparisonOperator comparison, Value left, Value right)
    {
        var isOrder = comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return (left, right) switch
        {
            (Value.Text one, Value.Text other) => OfTexts(one.Content, other.Content, isOrder),
            (Value.Number one, Value.Number other) => double.IsNaN(one.Amount) || double.IsNaN(other.Amount)
                ? "NaN equals nothing, not even itself, and is neither smaller nor larger"
                : null,
            (Value.Null, Value.Null) or (Value.Boolean, Value.Boolean) when !isOrder => null,
            _ when left.IsPrimitive && right.IsPrimitive => OfKinds(left, right),
            _ => ReferenceEquals(left, right) ? "it is the same one"
            : isOrder ? "arrays and objects are neither smaller nor larger than anything"
            : "arrays and objects equal only themselves",
        };
    }

    private static string? OfTexts(string left, string right, bool isOrder)
    {
        if (isOrder)
            return "texts are ordered letter by letter, without case, also where they hold numbers";
        if (string.Equals(left, right, StringComparison.Ordinal))
            return null;
        return string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? "texts are compared without case"
            : string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase) ? "spaces count in a text"
            : IsPart(left, right) || IsPart(right, left)
                ? "one is a part of the other, and they are compared as a whole"
            : null;
    }

    private static bool IsPart(string part, string text) =>
        part.Length > 0 && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string OfKinds(Value left, Value right)
    {
        var rule =
            left.Kind == right.Kind
                ? "both become numbers"
                : $"{Shown.Kind(left)} and {Shown.Kind(right)} are compared as numbers";
        var numbers = new[] { left, right }.Where(value => value is not Value.Number).Select(AsNumber);
        var ending =
            double.IsNaN(Coercion.ToNumber(left)) || double.IsNaN(Coercion.ToNumber(right))
                ? ", and NaN equals nothing"
                : "";
        return $"{rule}: {string.Join(" and ", numbers)}{ending}";
    }

    private static string AsNumber(Value value) =>
        Coercion.ToNumber(value) is var number && double.IsNaN(number)
            ? $"{Shown.Short(value)} is no number (NaN)"
            : $"{Shown.Short(value)} is {Coercion.FormatNumber(number)}";
}
