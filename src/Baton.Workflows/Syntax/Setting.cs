using Baton.Workflows.Expressions.Embedding;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>A value of a workflow file: written there, or known only when its expression is evaluated.</summary>
public abstract record Setting<T>
{
    private Setting(YamlNode node) => Node = node; // closed: every case is here

    /// <summary>Where it stands.</summary>
    public YamlNode Node { get; }

    /// <summary>The value is written there.</summary>
    public sealed record Written(T Value, YamlNode Node) : Setting<T>(Node);

    /// <summary>The value is what an expression gives.</summary>
    /// <param name="Text">The expression, or the text with expressions in it.</param>
    /// <param name="Scalar">Where it stands.</param>
    public sealed record Computed(ExpressionText Text, YamlScalar Scalar) : Setting<T>(Scalar);
}
