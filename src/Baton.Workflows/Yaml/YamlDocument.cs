using Baton.Workflows.Findings;

namespace Baton.Workflows.Yaml;

/// <summary>What a reader made of a file.</summary>
/// <param name="Root">The tree, or null where the file is empty or could not be read to its end.</param>
/// <param name="Findings">
/// What is wrong with it, in the order of the file. With any, the tree is not to be acted upon.
/// </param>
public sealed record YamlDocument(YamlNode? Root, IReadOnlyList<Finding> Findings)
{
    /// <summary>The text that was read, without a byte order mark; empty where the bytes are no text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The aliases, in the order of the file: whoever changes an anchor's node changes them all.</summary>
    public IReadOnlyList<YamlAlias> Aliases { get; init; } = [];
}
