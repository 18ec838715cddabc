using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>
/// Whether a combination has the values that a filter names. GitHub compares each single value as an expression would:
/// texts without case, and what is missing equals nothing.
/// </summary>
internal static class MatrixFilter
{
    public static bool Matches(YamlMapping filter, Combination combination)
    {
        foreach (var (key, value) in filter.Entries)
        {
            if (!Matches(value, combination[key.AsText()]))
                return false;
        }

        return true;
    }

    private static bool Matches(YamlNode filter, YamlNode? value) =>
        filter switch
        {
            YamlScalar scalar => Comparison.AreEqual(Single(value), Single(scalar)),
            YamlMapping mapping => mapping.Entries.All(entry => Matches(entry.Value, Below(value, entry.Key.AsText()))),
            YamlSequence list => list
                .Items.Select((item, index) => Matches(item, (value as YamlSequence)?.Items.ElementAtOrDefault(index)))
                .All(matches => matches),
            _ => false,
        };

    private static YamlNode? Below(YamlNode? value, string key) =>
        (value as YamlMapping)
            ?.Entries.FirstOrDefault(entry =>
                string.Equals(entry.Key.AsText(), key, StringComparison.OrdinalIgnoreCase)
            )
            ?.Value;

    private static Value Single(YamlNode? node) =>
        node is YamlSequence or YamlMapping
            ? Value.Of(double.NaN) // equals no single value
            : NodeValue.Of(node);
}
