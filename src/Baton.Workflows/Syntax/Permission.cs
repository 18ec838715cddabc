using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>One permission of a token, such as <c>contents</c>.</summary>
public sealed record Permission(YamlScalar Name, PermissionLevel Level);
