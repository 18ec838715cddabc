using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Jobs;

/// <summary>What the file calls an environment: a place that jobs deploy to, with rules and secrets of its own.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Name">Its name; null only where the file forgot it.</param>
/// <param name="Url">Its address.</param>
/// <param name="Deployment">Whether a deployment is recorded; it is where this isn't said.</param>
public sealed record DeploymentTarget(
    YamlNode Node,
    Setting<string>? Name,
    Setting<string>? Url = null,
    Setting<bool>? Deployment = null
);
