using System.Globalization;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;

namespace Baton.Workflows.Yaml;

/// <summary>The keys of one mapping so far.</summary>
internal sealed class YamlKeys(string file, List<Finding> findings)
{
    // From so many keys on a table is quicker than looking through the list.
    private const int ManyKeys = 16;

    private readonly List<YamlScalar> seen = [];
    private Dictionary<string, YamlScalar>? table;

    /// <summary>Whether a key can be taken; if not, a finding says why.</summary>
    public bool Accepts(YamlNode key)
    {
        if (key is not YamlScalar scalar)
            Add(
                key,
                $"a key is text, but here it is {key.Kind}",
                key is YamlMapping ? $"if it is an expression, it starts with {ExpressionText.Opening}" : null
            );
        else if (scalar is { Style: YamlStyle.Plain, Text: "<<" })
            Add(key, "merge keys (<<) are not read", "write the keys out");
        else if (Twin(scalar) is { } twin)
            Add(
                key,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the key {OneLine.Quoted(scalar.Text)} is here twice, first on line {twin.Line}"
                ),
                "remove one; or is a - missing, to start another item of a list?"
            );
        else
            return true;
        return false;
    }

    // An expression such as ${{ insert }} may stand as a key more than once: what it becomes is known later.
    private YamlScalar? Twin(YamlScalar key)
    {
        if (key.Text.StartsWith(ExpressionText.Opening, StringComparison.Ordinal))
            return null;
        if (table is null && seen.Count < ManyKeys)
        {
            foreach (var other in seen)
            {
                if (string.Equals(other.Text, key.Text, StringComparison.Ordinal))
                    return other;
            }

            seen.Add(key);
            return null;
        }

        table ??= seen.ToDictionary(other => other.Text, StringComparer.Ordinal);
        return table.TryAdd(key.Text, key) ? null : table[key.Text];
    }

    private void Add(YamlNode key, string message, string? hint = null) =>
        findings.Add(new Finding(file, key.Line, key.Column, message, hint) { Length = key.Span.Length });
}
