using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Matrices;

/// <summary>In how many forms a job runs.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="FailFast">Whether the first that fails ends the others; it does where this isn't said.</param>
/// <param name="MaxParallel">How many run at once.</param>
/// <param name="Matrix">The forms.</param>
public sealed record Strategy(
    YamlMapping Node,
    Setting<bool>? FailFast,
    Setting<double>? MaxParallel,
    Setting<Matrix>? Matrix
);
