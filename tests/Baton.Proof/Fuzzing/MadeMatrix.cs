using System.Text;
using Baton.Workflows.Expressions;
using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Jobs;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Yaml;

namespace Baton.Proof.Fuzzing;

/// <summary>The forms of a job in a run: its matrix is evaluated first, and then read as if nobody had written expressions.</summary>
internal static class MadeMatrix
{
    private static readonly Vocabulary Words = new(["github", "needs", "vars", "inputs"]);

    /// <summary>What <c>matrix</c> is in each form; null where the run ends, since there is no such matrix.</summary>
    public static IReadOnlyList<Value>? Forms(Job job, EvaluationContext run)
    {
        var strategy = job.Node.Entries.FirstOrDefault(entry => entry.Key.Text == "strategy")?.Value as YamlMapping;
        if (strategy?.Entries.FirstOrDefault(entry => entry.Key.Text == "matrix")?.Value is not { } matrix)
            return [Value.Null.Value];
        if (Evaluated(matrix, run) is not { } value)
            return null;
        var written = JsonValueWriter.Write(value, _ => { }).Replace("\n", " ", StringComparison.Ordinal);
        var reading = WorkflowReader.Read(
            Encoding.UTF8.GetBytes(
                $"on: push\njobs: {{a: {{runs-on: x, steps: [run: x], strategy: {{matrix: {written}}}}}}}\n"
            ),
            "f.yml"
        );
        return
            reading is { HasErrors: false, Content.Jobs: [{ Strategy: Setting<Strategy>.Written { Value: var read } }] }
            && read.Matrix is Setting<Matrix>.Written { Value: var known }
            && MatrixExpander.Expand(known) is MatrixExpansion.Known { Combinations: { Count: > 0 } combinations }
            ? [.. combinations.Select(ValueOf)]
            : null;
    }

    /// <summary>The value of a node without expressions.</summary>
    public static Value ValueOf(YamlNode node) =>
        node switch
        {
            YamlScalar { Type: YamlType.Number } scalar => Value.Of(scalar.Number),
            YamlScalar { Type: YamlType.Flag } scalar => Value.Of(scalar.IsTrue),
            YamlScalar { Type: YamlType.Nothing } => Value.Null.Value,
            YamlScalar scalar => Value.Of(scalar.Text),
            YamlSequence list => new Value.Array([.. list.Items.Select(ValueOf)]),
            YamlMapping mapping => Object(mapping.Entries.Select(entry => (entry.Key.Text, ValueOf(entry.Value)))),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };

    private static Value.Object ValueOf(Combination combination) =>
        Object(combination.Values.Select(pair => (pair.Key, ValueOf(pair.Value))));

    private static Value? Evaluated(YamlNode node, EvaluationContext run)
    {
        switch (node)
        {
            case YamlScalar scalar when scalar.Text.Contains(ExpressionText.Opening, StringComparison.Ordinal):
                return
                    ExpressionText.Read(scalar.Text, Words) is ExpressionTextReading.Read { Text: var text }
                    && text.Evaluate(run) is Evaluation.Evaluated { Value: var value }
                    ? value
                    : null;
            case YamlSequence list:
                var items = list.Items.Select(item => Evaluated(item, run)).ToList();
                return items.Contains(null) ? null : new Value.Array([.. items.OfType<Value>()]);
            case YamlMapping mapping:
                var pairs = mapping
                    .Entries.Select(entry => (entry.Key.Text, Value: Evaluated(entry.Value, run)))
                    .ToList();
                return pairs.Exists(pair => pair.Value is null)
                    ? null
                    : Object(pairs.Select(pair => (pair.Text, pair.Value!)));
            default:
                return ValueOf(node);
        }
    }

    private static Value.Object Object(IEnumerable<(string Name, Value Value)> pairs) =>
        new(new Properties([.. pairs.Select(pair => new KeyValuePair<string, Value>(pair.Name, pair.Value))]));
}
