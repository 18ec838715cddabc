using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>
/// Makes the forms of a job out of its matrix, as GitHub does:
/// https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/MatrixBuilder.cs.
/// The last vector turns fastest; what is excluded goes first; what is included is added to every combination that it
/// agrees with in the vectors, and is a combination of its own where it agrees with none.
/// </summary>
public static class MatrixExpander
{
    /// <summary>
    /// The most forms of one job: https://docs.github.com/en/actions/reference/limits
    /// </summary>
    public const int Most = 256;

    // What is excluded and included is compared with each combination; beyond these nobody has a matrix that ends at 256.
    private const int MostProduct = 4096;
    private const int MostComparisons = 300_000;

    /// <summary>The forms of a matrix, or why they are not known.</summary>
    public static MatrixExpansion Expand(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (Undecided(matrix) is { } because)
            return new MatrixExpansion.Symbolic(because);
        var vectors = matrix
            .Vectors.Select(vector =>
                (vector.Name.AsText(), ((Setting<YamlSequence>.Written)vector.Values).Value.Items)
            )
            .ToList();
        var size = vectors.Aggregate(
            vectors.Count == 0 ? 0L : 1L,
            (product, vector) => Times(product, vector.Items.Count)
        );
        var (included, excluded) = (Mappings(matrix.Include), Mappings(matrix.Exclude));
        if (size > MostProduct || (size * excluded.Count) + (Most * included.Count) > MostComparisons)
            return new MatrixExpansion.TooMany();
        var combinations = Product(vectors, (int)size);
        combinations.RemoveAll(combination => excluded.Exists(item => MatrixFilter.Matches(item, combination)));
        if (combinations.Count > Most)
            return new MatrixExpansion.TooMany();
        var result = MatrixInclusion.Apply(combinations, included, vectors.ConvertAll(vector => vector.Item1));
        return result.Count > Most ? new MatrixExpansion.TooMany() : new MatrixExpansion.Known(result);
    }

    // What must be known before anything is: the lists themselves; and, where values are compared, the values.
    private static YamlScalar? Undecided(Matrix matrix)
    {
        if (Computed(matrix.Include) is { } include)
            return include;
        if (Computed(matrix.Exclude) is { } exclude)
            return exclude;
        var computed = matrix
            .Vectors.Select(vector => Computed(vector.Values))
            .FirstOrDefault(node => node is not null);
        if (computed is not null)
            return computed;
        if (matrix.Node.Entries.FirstOrDefault(entry => IsExpression(entry.Key)) is { } key)
            return key.Key;
        return matrix.Include is null && matrix.Exclude is null ? null : Expression(matrix.Node);
    }

    private static YamlScalar? Computed(Setting<YamlSequence>? setting) =>
        setting is Setting<YamlSequence>.Computed computed ? computed.Scalar : null;

    private static YamlScalar? Expression(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => IsExpression(scalar) ? scalar : null,
            YamlSequence list => list.Items.Select(Expression).FirstOrDefault(found => found is not null),
            YamlMapping mapping => mapping
                .Entries.Select(entry => IsExpression(entry.Key) ? entry.Key : Expression(entry.Value))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };

    /// <summary>Whether a value is known only when an expression in it is.</summary>
    internal static bool IsExpression(YamlScalar scalar) =>
        scalar.Text.Contains(ExpressionText.Opening, StringComparison.Ordinal);

    private static long Times(long product, int count) => product > int.MaxValue ? product : product * count;

    private static List<Combination> Product(List<(string Name, IReadOnlyList<YamlNode> Items)> vectors, int size)
    {
        var combinations = new List<Combination>(size);
        for (var index = 0; index < size; index++)
        {
            var values = new List<KeyValuePair<string, YamlNode>>(vectors.Count);
            var block = size;
            foreach (var (name, items) in vectors)
            {
                block /= items.Count;
                values.Add(new(name, items[index / block % items.Count]));
            }

            combinations.Add(new Combination(values));
        }

        return combinations;
    }

    private static List<YamlMapping> Mappings(Setting<YamlSequence>? items) =>
        items is Setting<YamlSequence>.Written { Value: var list }
            ? [.. list.Items.OfType<YamlMapping>().Where(item => item.Entries.Count > 0)]
            : [];
}
