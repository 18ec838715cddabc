using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
using Baton.Workflows.Expressions.Values;
using Baton.Workflows.Syntax;
using Baton.Workflows.Syntax.Matrices;
using Baton.Workflows.Syntax.Shapes;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Forecasts;

/// <summary>What lies in <c>matrix</c> of one form of a job.</summary>
/// <param name="form">The form.</param>
/// <param name="job">What is known where the matrix stands.</param>
internal sealed class MatrixParts(Combination form, IPartialContexts job) : ISymbolParts
{
    private const string Why = "the matrix has expressions in its lists";

    /// <summary>The context: as a whole it is known where it has no expressions, since forms that differ are no one value.</summary>
    public static PartialValue Of(Combination form, OccasionContexts job) =>
        form.Values.Any(pair => HasExpression(pair.Value))
            ? new PartialValue.OfSymbol(
                new Symbol(
                    [job.Own("matrix")],
                    SymbolHolding.Object,
                    new SymbolOrigin.Unknown(Why),
                    new MatrixParts(form, job)
                )
            )
            : new PartialValue.Known(
                new Value.Object(
                    new Properties([
                        .. form.Values.Select(pair => new KeyValuePair<string, Value>(
                            pair.Key,
                            NodeValue.Of(pair.Value)
                        )),
                    ])
                )
            );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions)
    {
        var node = form[key];
        if (node is YamlScalar scalar && MatrixExpander.IsExpression(scalar))
            return ExpressionText.Read(scalar.Text, Names.Strategy) is ExpressionTextReading.Read { Text: var text }
                ? PartialEvaluation.Value(text, new PartialEvaluator(job, decisions))
                : throw new UntellableException("the matrix has an expression that nobody can read");
        return HasExpression(node)
            ? UnknownParts.Value(Why, [.. symbol.Way, key])
            : new PartialValue.Known(NodeValue.Of(node));
    }

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);

    private static bool HasExpression(YamlNode? node) =>
        node switch
        {
            YamlScalar scalar => MatrixExpander.IsExpression(scalar),
            YamlSequence list => list.Items.Any(HasExpression),
            YamlMapping mapping => mapping.Entries.Any(entry =>
                MatrixExpander.IsExpression(entry.Key) || HasExpression(entry.Value)
            ),
            _ => false,
        };
}
