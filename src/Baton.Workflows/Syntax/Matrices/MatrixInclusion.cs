using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>Adds what a matrix includes.</summary>
internal static class MatrixInclusion
{
    public static List<Combination> Apply(
        List<Combination> combinations,
        List<YamlMapping> includes,
        IReadOnlyList<string> vectors
    )
    {
        var items = includes.ConvertAll(include => new Item(include, vectors));
        var result = combinations.ConvertAll(combination => With(combination, items));
        result.AddRange(items.Where(item => !item.IsTaken).Select(item => item.Alone()));
        return result;
    }

    // All are compared with the combination as the vectors made it; of what they add the later wins.
    private static Combination With(Combination combination, List<Item> items)
    {
        List<KeyValuePair<string, YamlNode>>? values = null;
        foreach (var item in items.Where(item => item.Agrees(combination)))
        {
            item.IsTaken = true;
            values ??= [.. combination.Values];
            foreach (var extra in item.Extra)
            {
                var at = values.FindIndex(value =>
                    string.Equals(value.Key, extra.Key, StringComparison.OrdinalIgnoreCase)
                );
                if (at < 0)
                    values.Add(extra);
                else
                    values[at] = extra;
            }
        }

        return values is null ? combination : new Combination(values);
    }

    private sealed class Item
    {
        private readonly YamlMapping filter;

        public Item(YamlMapping include, IReadOnlyList<string> vectors)
        {
            var isVector = include.Entries.ToLookup(entry =>
                vectors.Contains(entry.Key.AsText(), StringComparer.OrdinalIgnoreCase)
            );
            filter = new YamlMapping([.. isVector[true]], include.Span);
            Extra = [.. isVector[false].Select(entry => KeyValuePair.Create(entry.Key.AsText(), entry.Value))];
        }

        public IReadOnlyList<KeyValuePair<string, YamlNode>> Extra { get; }

        public bool IsTaken { get; set; }

        public bool Agrees(Combination combination) => MatrixFilter.Matches(filter, combination);

        public Combination Alone() =>
            new([.. filter.Entries.Select(entry => KeyValuePair.Create(entry.Key.AsText(), entry.Value)), .. Extra]);
    }
}
