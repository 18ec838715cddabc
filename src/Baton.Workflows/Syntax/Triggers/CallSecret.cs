using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>A secret of a workflow that is called.</summary>
public sealed record CallSecret(YamlScalar Name, YamlNode Node, bool IsRequired);
