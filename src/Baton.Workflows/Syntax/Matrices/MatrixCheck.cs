using System.Globalization;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Findings;
using Baton.Workflows.Syntax.Reading;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>What GitHub refuses about a matrix.</summary>
internal static class MatrixCheck
{
    public static void Check(Matrix matrix, SourceFile file)
    {
        foreach (var vector in matrix.Vectors)
        {
            if (vector.Values is Setting<YamlSequence>.Written { Value.Items.Count: 0 } empty)
                file.Add(empty.Node, $"the vector {OneLine.Quoted(vector.Name.Text, 60)} of the matrix has no values");
        }

        var includes = matrix.Include is not (null or Setting<YamlSequence>.Written { Value.Items.Count: 0 });
        if (matrix.Vectors.Count == 0 && !includes && !HasOthers(matrix))
            file.Add(
                matrix.Node,
                "the matrix has no combinations",
                "give it a list of values, as in os: [ubuntu-latest]"
            );
        if (matrix.Exclude is Setting<YamlSequence>.Written { Value: var exclude })
            CheckExclude(matrix, exclude, file);
        if (matrix.Include is Setting<YamlSequence>.Written { Value: var include })
            CheckEmpty(include, "what is included has no values", file);
        if (MatrixExpander.Expand(matrix) is MatrixExpansion.TooMany)
            file.Add(
                matrix.Node,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the matrix has more than {MatrixExpander.Most} combinations, which GitHub refuses"
                ),
                "give it fewer values, or split the job"
            );
    }

    // What was meant as one has a finding of its own.
    private static bool HasOthers(Matrix matrix) =>
        matrix.Node.Entries.Any(entry => entry.Key.Text is not ("include" or "exclude"));

    private static void CheckExclude(Matrix matrix, YamlSequence exclude, SourceFile file)
    {
        CheckEmpty(exclude, "what is excluded has no values", file);
        if (
            matrix.Node.Entries.Any(entry =>
                entry.Key.Text.StartsWith(ExpressionText.Opening, StringComparison.Ordinal)
            )
        )
            return;
        var names = matrix.Vectors.Select(vector => vector.Name.Text).ToList();
        foreach (var entry in exclude.Items.OfType<YamlMapping>().SelectMany(item => item.Entries))
        {
            if (!names.Contains(entry.Key.Text, StringComparer.OrdinalIgnoreCase))
                file.Add(
                    entry.Key,
                    $"the matrix has no vector {OneLine.Quoted(entry.Key.Text, 60)} to exclude values of",
                    names.Count == 0 ? null : Nearest.Hint(entry.Key.Text, names)
                );
        }
    }

    private static void CheckEmpty(YamlSequence items, string message, SourceFile file)
    {
        foreach (var item in items.Items.OfType<YamlMapping>().Where(item => item.Entries.Count == 0))
            file.Add(item, message);
    }
}
