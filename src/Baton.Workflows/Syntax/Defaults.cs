using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>What holds for the commands of steps that don't say it themselves.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Shell">The shell.</param>
/// <param name="WorkingDirectory">The folder.</param>
public sealed record Defaults(YamlNode Node, Setting<string>? Shell, Setting<string>? WorkingDirectory);
