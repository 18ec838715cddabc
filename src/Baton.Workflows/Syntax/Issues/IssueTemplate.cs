using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Issues;

/// <summary>
/// What an issue starts as when somebody chooses it: a form, or a text with a head. Its labels are put on in the same
/// moment, each with an event of its own, so they start runs.
/// </summary>
/// <param name="File">The file's name.</param>
/// <param name="Node">The form, or the head.</param>
public sealed record IssueTemplate(string File, YamlMapping Node)
{
    /// <summary>The name that people choose.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>What the issue's title starts with.</summary>
    public YamlScalar? Title { get; init; }

    /// <summary>The labels that it gets, without spaces around them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Who gets it.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];
}
