using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax;

/// <summary>
/// The group that a workflow or a job takes before it runs:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency.
/// Names of groups compare without case.
/// </summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Group">The group's name; null only where the file forgot it.</param>
public sealed record Concurrency(YamlNode Node, Setting<string>? Group)
{
    /// <summary>Whether a run that holds the group is cancelled for a newer one; false where it isn't said.</summary>
    public Setting<bool>? CancelInProgress { get; init; }

    /// <summary>
    /// How many may wait: <c>single</c>, the default, the newest alone; <c>max</c>, as many as the line holds.
    /// </summary>
    public Setting<string>? Queue { get; init; }
}
