namespace Baton.Workflows.Yaml;

/// <summary>
/// A node of a YAML document, with its place: a <see cref="YamlMapping"/>, a <see cref="YamlSequence"/> or a
/// <see cref="YamlScalar"/>, and nothing else. Where the file has an alias, the node of its anchor stands a second time.
/// </summary>
public abstract record YamlNode
{
    private protected YamlNode(YamlSpan span) => Span = span;

    /// <summary>Where the node stands; a block ends where its last item does.</summary>
    public YamlSpan Span { get; }

    /// <summary>The line where the node starts, from 1.</summary>
    public int Line => Span.Line;

    /// <summary>The column where the node starts, in characters from 1.</summary>
    public int Column => Span.Column;

    /// <summary>What the node is, for messages: "a mapping", "a list", "text", "nothing".</summary>
    public abstract string Kind { get; }
}
