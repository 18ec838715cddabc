using System.Globalization;
using Baton.Workflows.Expressions.Values;

namespace Baton.Workflows.Expressions.Explaining;

/// <summary>Why a function gave what it gave, where that surprises people.</summary>
internal static class CallReason
{
    /// <summary>The reason, or null.</summary>
    /// <param name="name">The function's name as the documentation spells it.</param>
    /// <param name="arguments">The arguments; null where one was not evaluated.</param>
    /// <param name="value">What it gave.</param>
    /// <param name="context">What it knew.</param>
    public static string? Of(string name, IReadOnlyList<Value?> arguments, Value value, EvaluationContext context) =>
        (name, arguments) switch
        {
            ("contains", [Value.Array array, var item]) => OfArray(array, item, Coercion.ToTruth(value)),
            ("contains", [Value.Object, _]) =>
                "nothing is contained in an object: contains looks into texts and arrays",
            ("contains", [{ } text, { } part]) => OfText(text, part, (Coercion.ToTruth(value), Contains)),
            ("startsWith", [{ } text, { } part]) => OfText(text, part, (Coercion.ToTruth(value), Starts)),
            ("endsWith", [{ } text, { } part]) => OfText(text, part, (Coercion.ToTruth(value), Ends)),
            ("join", [Value.Object, ..]) => "an object joins to nothing; obj.* are its values",
            ("case", _) => OfCase(arguments),
            ("success" or "failure" or "cancelled", []) =>
                $"so far it is {context.Status.ToString().ToLowerInvariant()}",
            ("always", _) => "always is true, also after a failure and when the run is cancelled",
            ("hashFiles", _) when value is Value.Text { Content: "" } => "no file matches",
            _ => null,
        };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    private static bool Starts(string text, string part) => text.StartsWith(part, StringComparison.Ordinal);

    private static bool Ends(string text, string part) => text.EndsWith(part, StringComparison.Ordinal);

    private static string OfArray(Value.Array array, Value? item, bool isFound)
    {
        if (item is null)
            return "the array is empty";
        var found = array.Items.FirstOrDefault(one => Comparison.AreEqual(item, one));
        return isFound && found is not null
            ? ComparisonReason.Of(ComparisonOperator.Equal, found, item) is { } why
                ? $"the item {Shown.Short(found)} equals {Shown.Short(item)}; {why}"
                : $"one item is {Shown.Short(found)}"
            : array.Items.Count == 1
                ? $"the only item doesn't equal {Shown.Short(item)} as a whole"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"none of the {array.Items.Count} items equals {Shown.Short(item)} as a whole"
                );
    }

    private static string? OfText(Value text, Value part, (bool Is, Func<string, string, bool> InCase) found)
    {
        if (!text.IsPrimitive || !part.IsPrimitive)
            return "arrays and objects are no texts";
        var (whole, piece) = (Coercion.ToText(text), Coercion.ToText(part));
        return found.Is && piece.Length == 0 ? "the empty text is in every text"
            : found.Is && !found.InCase(whole, piece) ? "case doesn't count"
            : null;
    }

    private static string? OfCase(IReadOnlyList<Value?> arguments)
    {
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] is Value.Boolean { Truth: true })
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"condition {(i / 2) + 1} is the first that is true"
                );
        }

        return "no condition is true, so the last argument is taken";
    }
}
