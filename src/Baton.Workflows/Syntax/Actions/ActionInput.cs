using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Actions;

/// <summary>An input of an action. The runner doesn't hold anybody to one that is required.</summary>
public sealed record ActionInput(YamlScalar Name, bool IsRequired, Setting<string>? Default);
