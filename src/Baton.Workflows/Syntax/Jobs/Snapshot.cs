using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>An image that is made of the machine of a job.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="ImageName">Its name; null only where the file forgot it.</param>
/// <param name="Version">Its version, such as <c>1.*</c>.</param>
/// <param name="If">When it is made.</param>
public sealed record Snapshot(
    YamlNode Node,
    Setting<string>? ImageName,
    Setting<string>? Version = null,
    Condition? If = null
);
