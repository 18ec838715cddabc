using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>A time that comes again.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Cron">The five fields.</param>
/// <param name="TimeZone">The time zone's name; UTC where there is none.</param>
public sealed record ScheduledTime(YamlMapping Node, YamlScalar? Cron, YamlScalar? TimeZone);
