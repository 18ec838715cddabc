namespace Baton.Workflows.Yaml;

/// <summary>
/// A node of a YAML document, with the place where it starts: a <see cref="YamlMapping"/>, a <see cref="YamlSequence"/>
/// or a <see cref="YamlScalar"/>, and nothing else.
/// </summary>
public abstract record YamlNode
{
    private protected YamlNode(int line, int column) => (Line, Column) = (line, column);

    /// <summary>The line where the node starts, from 1.</summary>
    public int Line { get; }

    /// <summary>The column where the node starts, in characters from 1.</summary>
    public int Column { get; }

    /// <summary>What the node is, for messages: "a mapping", "a list", "text", "nothing".</summary>
    public abstract string Kind { get; }
}
