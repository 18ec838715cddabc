namespace Baton.Workflows.Yaml;

/// <summary>What a YAML file may do besides saying something, and how much of it is read.</summary>
/// <param name="Bytes">The largest file, in bytes.</param>
/// <param name="Depth">How deep mappings and lists may stand in each other.</param>
/// <param name="Nodes">The most nodes: keys are counted, and what an alias stands for as often as it stands for it.</param>
public sealed record YamlRules(int Bytes, int Depth, int Nodes)
{
    /// <summary>Whether anchors, aliases and the tags of the core schema are read, or refused with a finding.</summary>
    public bool AllowsReferences { get; private init; }

    /// <summary>
    /// Settings such as <c>baton.yml</c>: nothing stands for something that is written elsewhere.
    /// </summary>
    public static YamlRules Settings { get; } = new(YamlLimits.Bytes, YamlLimits.Depth, YamlLimits.Nodes);

    /// <summary>
    /// Workflow files as GitHub reads them: anchors and aliases, but no merge keys
    /// (https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations#yaml-anchors-and-aliases),
    /// the tags of the core schema, and GitHub's own limits
    /// (https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/ParseOptions.cs).
    /// </summary>
    public static YamlRules Workflow { get; } = new(1024 * 1024, 50, 50_000) { AllowsReferences = true };
}
