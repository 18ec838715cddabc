using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>The machine that a job wants.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Labels">The labels that it must have, all of them; an expression may give one or a list.</param>
/// <param name="Group">The group that it must belong to.</param>
public sealed record RunsOn(YamlNode Node, IReadOnlyList<Setting<string>> Labels, Setting<string>? Group);
