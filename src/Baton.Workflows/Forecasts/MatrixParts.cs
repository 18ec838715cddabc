using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Expressions.Partial;
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
    public static PartialValue Of(Combination form, IPartialContexts job) =>
        new PartialValue.OfSymbol(
            new Symbol(["matrix"], SymbolHolding.Object, new SymbolOrigin.Run(), new MatrixParts(form, job))
        );

    public PartialValue Find(Symbol symbol, string key, Decisions decisions)
    {
        var node = form[key];
        if (node is YamlScalar scalar && IsExpression(scalar))
            return ExpressionText.Read(scalar.Text, Names.Strategy) is ExpressionTextReading.Read { Text: var text }
                ? PartialEvaluation.Value(text, new PartialEvaluator(job, decisions))
                : throw new UntellableException("the matrix has an expression that nobody can read");
        return HasExpression(node)
            ? UnknownParts.Value("the matrix has expressions in its lists", [.. symbol.Way, key])
            : new PartialValue.Known(NodeValue.Of(node));
    }

    public PartialValue All(Symbol symbol) => FilteredParts.Of(symbol);

    private static bool IsExpression(YamlScalar scalar) =>
        scalar.Text.Contains(ExpressionText.Opening, StringComparison.Ordinal);

    private static bool HasExpression(YamlNode? node) =>
        node switch
        {
            YamlScalar scalar => IsExpression(scalar),
            YamlSequence list => list.Items.Any(HasExpression),
            YamlMapping mapping => mapping.Entries.Any(entry => IsExpression(entry.Key) || HasExpression(entry.Value)),
            _ => false,
        };
}
