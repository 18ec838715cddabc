using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>A container beside a job, under its host name.</summary>
public sealed record Service(YamlScalar Name, Setting<Container> Container);
