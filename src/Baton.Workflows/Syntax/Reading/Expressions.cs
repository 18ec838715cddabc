using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Reading;

/// <summary>The expressions that stand in the values of a file: read once, asked for when the model is made.</summary>
internal sealed class Expressions
{
    private readonly Dictionary<YamlScalar, ExpressionText> texts = new(ReferenceEqualityComparer.Instance);

    public void Add(YamlScalar scalar, ExpressionText text) => texts[scalar] = text;

    /// <summary>The expressions of a value; null where it has none, or none that could be read.</summary>
    public ExpressionText? Of(YamlScalar scalar) => texts.GetValueOrDefault(scalar);
}
