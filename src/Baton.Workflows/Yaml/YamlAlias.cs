namespace Baton.Workflows.Yaml;

/// <summary>A place of a file that stands for a node which is written elsewhere.</summary>
/// <param name="Name">The name of the anchor.</param>
/// <param name="Target">The node that it stands for.</param>
/// <param name="Span">Where the alias stands.</param>
public sealed record YamlAlias(string Name, YamlNode Target, YamlSpan Span);
