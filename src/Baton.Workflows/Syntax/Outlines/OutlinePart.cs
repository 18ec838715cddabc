using Baton.Workflows.Yaml;

namespace Baton.Workflows.Syntax.Outlines;

/// <summary>One line of what a file says, with what stands below it.</summary>
/// <param name="Kind">What it is: <c>job</c>, <c>runs-on</c>, <c>step</c>.</param>
/// <param name="Name">The name that the file gives it, where it does.</param>
/// <param name="Value">What the file says of it, where that is one value.</param>
/// <param name="Span">Where it stands.</param>
public sealed record OutlinePart(string Kind, string? Name, string? Value, YamlSpan Span)
{
    /// <summary>What stands below it.</summary>
    public IReadOnlyList<OutlinePart> Parts { get; init; } = [];
}
