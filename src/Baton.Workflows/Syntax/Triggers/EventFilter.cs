using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>A filter of an event and its patterns, in the order of the file, which counts.</summary>
public sealed record EventFilter(YamlScalar Name, IReadOnlyList<YamlScalar> Patterns);
