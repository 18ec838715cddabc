using Baton.Workflows.Syntax.Steps;
using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Actions;

/// <summary>
/// An action's file, <c>action.yml</c>: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Node">The whole of it.</param>
public sealed record ActionFile(string File, YamlMapping Node)
{
    /// <summary>Its name.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>A sentence about it.</summary>
    public YamlScalar? Description { get; init; }

    /// <summary>The inputs, with their defaults.</summary>
    public IReadOnlyList<ActionInput> Inputs { get; init; } = [];

    /// <summary>The outputs; those of actions that aren't made of steps have no values here.</summary>
    public IReadOnlyList<NamedSetting> Outputs { get; init; } = [];

    /// <summary>How it runs: <c>composite</c>, <c>docker</c> or a version of Node.</summary>
    public YamlScalar? Using { get; init; }

    /// <summary>The steps that it is made of.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];
}
