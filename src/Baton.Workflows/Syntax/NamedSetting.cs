using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>
/// A name that the file gives, with its value: a variable, an input, an output. The name is an expression where it has
/// <c>${{</c> in it.
/// </summary>
public sealed record NamedSetting(YamlScalar Name, Setting<string> Value);
