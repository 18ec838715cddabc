namespace Baton.Workflows.Yaml;

/// <summary>A node that aliases may stand for.</summary>
/// <param name="Node">The node.</param>
/// <param name="Nodes">How many nodes it is when all its own aliases are counted.</param>
/// <param name="Height">How many levels it has below it.</param>
internal sealed record YamlAnchor(YamlNode Node, int Nodes, int Height);
