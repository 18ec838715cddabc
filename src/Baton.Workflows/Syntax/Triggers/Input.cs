using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Triggers;

/// <summary>An input of a workflow that is called or started by hand.</summary>
/// <param name="Name">Its name; names compare without case.</param>
/// <param name="Node">What the file says about it; nothing where that is nothing.</param>
public sealed record Input(YamlScalar Name, YamlNode Node)
{
    /// <summary>What it is: <c>string</c>, <c>boolean</c>, <c>number</c>, <c>choice</c> or <c>environment</c>.</summary>
    public YamlScalar? Type { get; init; }

    /// <summary>A sentence about it.</summary>
    public YamlScalar? Description { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is where it isn't given.</summary>
    public Setting<YamlScalar>? Default { get; init; }

    /// <summary>What a choice offers.</summary>
    public IReadOnlyList<YamlScalar> Options { get; init; } = [];
}
