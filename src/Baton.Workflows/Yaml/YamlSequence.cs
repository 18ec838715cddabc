namespace Baton.Workflows.Yaml;

/// <summary>A list of nodes, in the order of the file.</summary>
public sealed record YamlSequence(IReadOnlyList<YamlNode> Items, YamlSpan Span) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
